// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/appearance.h"

#include "gui/app/outlined_style.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

struct Shades
{
    QColor window, base, alternate, button, text, faint, highlight, link;
};

QPalette makePalette(const Shades& shades)
{
    QPalette palette(shades.button, shades.window);
    palette.setColor(QPalette::Window, shades.window);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::Button, shades.button);
    palette.setColor(QPalette::ToolTipBase, shades.base);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, shades.text);
        palette.setColor(QPalette::Disabled, role, shades.faint);
    }
    palette.setColor(QPalette::PlaceholderText, shades.faint);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    return palette;
}

QPalette lightPalette()
{
    return makePalette({.window = 0xf0f1f3,
                        .base = 0xffffff,
                        .alternate = 0xf6f7f9,
                        .button = 0xf0f1f3,
                        .text = 0x1d2126,
                        .faint = 0x69707a,
                        .highlight = 0x1565b0,
                        .link = 0x0b5cad});
}

QPalette darkPalette()
{
    return makePalette({.window = 0x25282c,
                        .base = 0x1b1d20,
                        .alternate = 0x212428,
                        .button = 0x30343a,
                        .text = 0xe4e6ea,
                        .faint = 0x979da6,
                        .highlight = 0x2b79c4,
                        .link = 0x6db3f2});
}

std::optional<Appearance> g_applied;
std::optional<bool> g_systemPrefersDark;

} // namespace

void setSystemPrefersDark(std::optional<bool> dark)
{
    g_systemPrefersDark = dark;
    if (g_applied == Appearance::System) {
        applyAppearance(Appearance::System);
    }
}

void applyAppearance(Appearance appearance)
{
    // What the desktop asked for, before anything was changed.
    static const QPalette kSystem = QApplication::palette();
    g_applied = appearance;
    QApplication::setStyle(new OutlinedStyle); // the application owns it
    switch (appearance) {
    case Appearance::System:
        QApplication::setPalette(
            g_systemPrefersDark.value_or(kSystem.color(QPalette::Window).lightnessF() < 0.5F)
                ? darkPalette()
                : lightPalette());
        break;
    case Appearance::Light:
        QApplication::setPalette(lightPalette());
        break;
    case Appearance::Dark:
        QApplication::setPalette(darkPalette());
        break;
    }
}

Appearance storedAppearance()
{
    return appearanceFromName(QSettings().value(u"appearance"_s).toString());
}

void storeAppearance(Appearance appearance)
{
    QSettings().setValue(u"appearance"_s, appearance == Appearance::Dark    ? u"dark"_s
                                          : appearance == Appearance::Light ? u"light"_s
                                                                            : u"system"_s);
}

Appearance appearanceFromName(const QString& name)
{
    if (name == u"dark"_s) {
        return Appearance::Dark;
    }
    return name == u"light"_s ? Appearance::Light : Appearance::System;
}

} // namespace quantoscope::gui
