// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/hardware_facts.h"

#include <QCoreApplication>
#include <QStringList>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(quantoscope::gui::HardwareFacts)
};

QString bitsText(const std::vector<int>& widths)
{
    QStringList texts;
    for (const int width : widths) {
        texts << (width == 32 ? u"FP32"_s : u"INT%1"_s.arg(width));
    }
    return texts.join(u", "_s);
}

QString listText(const std::vector<int>& widths, const std::vector<quant::Precision>& formats)
{
    QStringList texts;
    if (!widths.empty()) {
        texts << bitsText(widths);
    }
    for (const quant::Precision& format : formats) {
        texts << QString::fromStdString(quant::toString(format));
    }
    return texts.join(u", "_s);
}

QString weightsText(const session::HardwareProfile& profile)
{
    QString text = listText(profile.weightBits, profile.weightFormats);
    for (const auto& [op, widths] : profile.weightBitsByOp) {
        text += u"; "_s % QString::fromStdString(op) % u": "_s % bitsText(widths);
    }
    return text;
}

QString scalesText(const session::HardwareProfile& profile)
{
    QStringList kinds{Words::tr("per tensor")};
    if (profile.takes(quant::Granularity::PerChannel)) {
        kinds << Words::tr("per channel");
    }
    if (profile.takes(quant::Granularity::PerGroup)) {
        kinds << Words::tr("per group");
    }
    if (profile.anyWeightAxis) {
        kinds << Words::tr("along any axis");
    }
    if (profile.takes(quant::Granularity::MxBlocks)) {
        kinds << Words::tr("MX blocks");
    }
    return kinds.join(u", "_s);
}

QString zeroPointsText(const session::HardwareProfile& profile)
{
    QStringList kinds;
    if (profile.asymmetricWeights) {
        kinds << Words::tr("weights");
    }
    if (profile.asymmetricActivations) {
        kinds << Words::tr("activations");
    }
    return kinds.isEmpty() ? Words::tr("none") : kinds.join(u", "_s);
}

QString defaultsText(const session::HardwareDefaults& defaults)
{
    return QStringList{QString::fromStdString(quant::toString(defaults.bits)),
                       defaults.symmetricActivations ? Words::tr("symmetric activations")
                                                     : Words::tr("asymmetric activations"),
                       defaults.perTensorWeights ? Words::tr("per tensor")
                                                 : Words::tr("per channel")}
        .join(u", "_s);
}

} // namespace

QList<QPair<QString, QString>> hardwareFacts(const session::HardwareProfile& profile)
{
    QStringList inFloat;
    for (const std::string& op : profile.floatOperators) {
        inFloat << QString::fromStdString(op);
    }
    const bool hasBits = !profile.activationBits.empty();
    return {
        {Words::tr("Weights"), weightsText(profile)},
        {Words::tr("Weight scales"), scalesText(profile)},
        {Words::tr("Activations"),
         hasBits ? listText(profile.activationBits, profile.activationFormats) : Words::tr("all")},
        {Words::tr("Activation ranges"), profile.dynamicRanges
                                             ? Words::tr("calibrated or of each input")
                                             : Words::tr("calibrated")},
        {Words::tr("Zero points"), zeroPointsText(profile)},
        {Words::tr("In float"), inFloat.isEmpty() ? Words::tr("none") : inFloat.join(u", "_s)},
        {Words::tr("Starts with"), defaultsText(profile.defaults)},
        {Words::tr("Source"), QString::fromStdString(profile.source)}};
}

QString hardwareHelp(const session::HardwareProfile& profile)
{
    return Words::tr("Weights: %1").arg(weightsText(profile)) % u'\n' %
           QString::fromStdString(profile.source);
}

} // namespace quantoscope::gui
