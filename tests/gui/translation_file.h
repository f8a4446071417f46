// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace quantoscope::gui {

/// One text of a translation file.
struct TranslatedMessage
{
    QString context;
    QString source;
    QStringList forms; ///< one, or as many as the language has plural forms
    bool isPlural = false;
    bool isFinished = true;
};

/// Empty where the file cannot be read.
[[nodiscard]] QList<TranslatedMessage> readTranslations(const QString& file);

/// What is wrong with it; empty: nothing. Placeholders, access keys, "…" and ":" at the end have to
/// be as in the source, and the forms as many as the language has.
[[nodiscard]] QStringList faultsOf(const TranslatedMessage& message, int pluralForms);

} // namespace quantoscope::gui
