// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/quantity_text.h"

#include "core/quant/noise.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

/// Three significant digits of a value of at least 1: "4.65", "46.5", "465".
QString threeDigits(double value)
{
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals);
}

QString scaled(double value, const QStringList& units)
{
    qsizetype unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1000.0;
        ++unit;
    }
    const QString number = unit == 0 ? QLocale().toString(value, 'f', 0) : threeDigits(value);
    return units[unit].isEmpty() ? number : QString(number % u' ' % units[unit]);
}

} // namespace

QString missingText()
{
    return u"–"_s;
}

QString bytesText(std::int64_t bytes)
{
    return scaled(static_cast<double>(bytes), {u"B"_s, u"kB"_s, u"MB"_s, u"GB"_s, u"TB"_s});
}

QString countText(std::int64_t count)
{
    return scaled(static_cast<double>(count), {QString(), u"k"_s, u"M"_s, u"G"_s, u"T"_s});
}

QString decibelText(std::optional<double> db)
{
    if (!db) {
        return missingText();
    }
    return *db >= quant::kNoNoiseDb ? tr("exact") : tr("%L1 dB").arg(*db, 0, 'f', 1);
}

QString percentText(std::optional<double> fraction, int decimals)
{
    return fraction ? tr("%L1 %").arg(100.0 * *fraction, 0, 'f', decimals) : missingText();
}

QString intervalText(const search::Interval& fraction)
{
    const double magnitude = std::abs(std::round(1000.0 * fraction.value) / 10.0);
    const QString sign = magnitude == 0.0 ? QString() : fraction.value > 0.0 ? u"+"_s : u"−"_s;
    const QString text = sign % QLocale().toString(magnitude, 'f', 1);
    const double half =
        std::max(fraction.high - fraction.value, fraction.value - fraction.low) * 100.0;
    return half > 0.0 ? QString(text % u" ± "_s % QLocale().toString(half, 'f', 1)) : text;
}

QString numberText(double value, int significant)
{
    return QLocale().toString(value, 'g', significant);
}

QString shapeText(const Shape& shape)
{
    QStringList extents;
    for (const std::int64_t extent : shape) {
        // The batch is what people call N.
        const QString unknown = extents.isEmpty() ? u"N"_s : u"?"_s;
        extents.append(extent == kDynamic ? unknown : QString::number(extent));
    }
    return extents.isEmpty() ? tr("scalar") : extents.join(u" × "_s);
}

QString durationText(double seconds)
{
    if (seconds < 9.95) {
        return tr("%L1 s").arg(seconds, 0, 'f', 1);
    }
    const int whole = static_cast<int>(std::lround(seconds));
    return whole < 60 ? tr("%1 s").arg(whole) : tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

} // namespace quantoscope::gui
