// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/language.h"

#include <QFont>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QSettings>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

const auto kEnglish = u"en"_s;
const auto kSetting = u"language"_s;

/// What is installed now.
struct Installed
{
    QString code;
    std::unique_ptr<QTranslator> texts;
    std::unique_ptr<QTranslator> qtTexts;
};

Installed& installed()
{
    static Installed now;
    return now;
}

/// Null where the file is missing.
std::unique_ptr<QTranslator> load(const QString& file, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder)) {
        return nullptr;
    }
    QCoreApplication::installTranslator(translator.get());
    return translator;
}

/// The system's own way to write numbers where it speaks that language, be it in Austria.
QLocale localeOf(const QString& language)
{
    const QLocale system = QLocale::system();
    const bool isSystems =
        system.language() == QLocale::C ? language == kEnglish : languageFor(system) == language;
    return isSystems ? system : QLocale(language);
}

/// Chinese and Japanese share characters that they draw differently, so that each language needs
/// its own fonts behind the one of the desktop.
QStringList fallbackFonts(const QString& language)
{
    if (language == u"ja"_s) {
        return {u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s, u"IPAPGothic"_s, u"Yu Gothic UI"_s,
                u"Hiragino Sans"_s};
    }
    if (language == u"zh_CN"_s) {
        return {u"Noto Sans CJK SC"_s,    u"Noto Sans SC"_s,       u"WenQuanYi Micro Hei"_s,
                u"Droid Sans Fallback"_s, u"Microsoft YaHei UI"_s, u"PingFang SC"_s};
    }
    return {};
}

void applyFonts(const QString& language)
{
    static const QFont kDesktops = QGuiApplication::font();
    QFont font = kDesktops;
    font.setFamilies(kDesktops.families() + fallbackFonts(language));
    if (font != QGuiApplication::font()) {
        QGuiApplication::setFont(font);
    }
}

} // namespace

QList<Language> languages()
{
    return {{QString(), QCoreApplication::translate("quantoscope::gui", "As the System")},
            {kEnglish, u"English"_s},
            {u"de"_s, u"Deutsch"_s},
            {u"zh_CN"_s, u"简体中文"_s},
            {u"ja"_s, u"日本語"_s}};
}

bool isLanguage(const QString& code)
{
    return std::ranges::any_of(languages(),
                               [&](const Language& language) { return language.code == code; });
}

QString languageFor(const QLocale& system)
{
    switch (system.language()) {
    case QLocale::German:
        return u"de"_s;
    case QLocale::Japanese:
        return u"ja"_s;
    case QLocale::Chinese:
        return system.script() == QLocale::TraditionalHanScript ? kEnglish : u"zh_CN"_s;
    default:
        return kEnglish;
    }
}

void applyLanguage(const QString& code)
{
    const QString language = code.isEmpty() ? languageFor(QLocale::system()) : code;
    Installed& now = installed();
    now.texts.reset();
    now.qtTexts.reset();
    QLocale::setDefault(localeOf(language));
    if (language != kEnglish) {
        now.qtTexts =
            load(u"qtbase_"_s % language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    now.texts = load(u"quantoscope_"_s % language, u":/translations"_s);
    now.code = code;
    applyFonts(language);
}

QString currentLanguage()
{
    return installed().code;
}

QString storedLanguage()
{
    const QString code = QSettings().value(kSetting).toString();
    return isLanguage(code) ? code : QString();
}

void storeLanguage(const QString& code)
{
    QSettings().setValue(kSetting, code);
}

std::optional<QString> languageFromArguments(const QStringList& arguments)
{
    const auto option = u"--language"_s;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == option) {
            return arguments.value(i + 1);
        }
        if (arguments[i].startsWith(option % u'=')) {
            return arguments[i].mid(option.size() + 1);
        }
    }
    return std::nullopt;
}

} // namespace quantoscope::gui
