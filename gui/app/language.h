// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <optional>

namespace quantoscope::gui {

/// A language of the window.
struct Language
{
    QString code; ///< as translation files are named, "zh_CN"; empty: as the system
    QString name; ///< in itself
};

/// All there are, "As the System" (in the language that is set) first.
[[nodiscard]] QList<Language> languages();
[[nodiscard]] bool isLanguage(const QString& code);

/// The language of the texts where the system speaks `system`; English where it has none of ours.
[[nodiscard]] QString languageFor(const QLocale& system);

/// Installs the translations of a language, ours and Qt's own, in place of the former ones, and
/// makes its way to write numbers the default. What exists already keeps its texts. GUI thread.
void applyLanguage(const QString& code);
/// What applyLanguage was told last.
[[nodiscard]] QString currentLanguage();

/// The one chosen in the menu; empty: as the system.
[[nodiscard]] QString storedLanguage();
void storeLanguage(const QString& code);

/// What --language says; read before all other arguments, so that their help is in that language.
[[nodiscard]] std::optional<QString> languageFromArguments(const QStringList& arguments);

} // namespace quantoscope::gui
