// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/noise_plot.h"

#include "core/quant/noise.h"
#include "gui/graph/operator_color.h"
#include "gui/models/quantity_text.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBarWidth = 0.4;

bool isBar(const std::optional<double>& db)
{
    return db && *db < quant::kNoNoiseDb;
}

} // namespace

std::optional<double> inheritedSqnrDb(double totalDb, double ownDb)
{
    const double inherited = std::pow(10.0, -totalDb / 10.0) - std::pow(10.0, -ownDb / 10.0);
    return inherited > 0.0 ? std::optional(-10.0 * std::log10(inherited)) : std::nullopt;
}

NoisePlot::NoisePlot(QWidget* parent)
    : ThemedPlot(parent), m_weights(new QCPBars(xAxis, yAxis)),
      m_activations(new QCPBars(xAxis, yAxis)), m_own(addGraph()), m_picture(addGraph()),
      m_marker(new QCPItemRect(this))
{
    auto* group = new QCPBarsGroup(this);
    for (QCPBars* bars : {m_weights, m_activations}) {
        bars->setWidth(kBarWidth);
        bars->setBarsGroup(group);
    }
    group->setSpacing(0.0);
    m_weights->setName(tr("Weights"));
    m_activations->setName(tr("Output"));
    m_own->setName(tr("Its own noise"));
    m_own->setLineStyle(QCPGraph::lsNone);
    for (QCPGraph* trace : {m_own, m_picture}) {
        trace->setVisible(false);
        trace->removeFromLegend();
    }
    m_marker->setLayer(u"grid"_s);
    m_marker->setVisible(false);
    xAxis->setLabel(tr("Layer, in graph order"));
    yAxis->setLabel(tr("SQNR (dB)"));
    xAxis->grid()->setVisible(false);
    xAxis->setSubTicks(false);
    putLegendAbove();
    setAccessibleName(tr("Noise of every layer"));
    applyColors();
}

void NoisePlot::setLayers(std::vector<LayerNoise> layers, const QString& picture)
{
    m_layers = std::move(layers);
    QVector<double> weightKeys;
    QVector<double> weights;
    QVector<double> activationKeys;
    QVector<double> activations;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const double key = static_cast<double>(i) + 1.0;
        if (isBar(m_layers[i].weightSqnrDb)) {
            weightKeys.append(key);
            weights.append(*m_layers[i].weightSqnrDb);
        }
        if (isBar(m_layers[i].activationSqnrDb)) {
            activationKeys.append(key);
            activations.append(*m_layers[i].activationSqnrDb);
        }
    }
    m_weights->setData(weightKeys, weights, true);
    m_activations->setData(activationKeys, activations, true);
    setTraces(picture);
    setRanges();
    replotLater();
}

void NoisePlot::setTraces(const QString& picture)
{
    QVector<double> ownKeys;
    QVector<double> own;
    QVector<double> pictureKeys;
    QVector<double> ofPicture;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const double key = static_cast<double>(i) + 1.0;
        if (isBar(m_layers[i].ownSqnrDb)) {
            ownKeys.append(key);
            own.append(*m_layers[i].ownSqnrDb);
        }
        if (isBar(m_layers[i].pictureSqnrDb)) {
            pictureKeys.append(key);
            ofPicture.append(*m_layers[i].pictureSqnrDb);
        }
    }
    m_own->setData(ownKeys, own, true);
    m_picture->setData(pictureKeys, ofPicture, true);
    m_picture->setName(picture);
    for (QCPGraph* trace : {m_own, m_picture}) {
        const bool isShown = !trace->data()->isEmpty();
        trace->setVisible(isShown);
        if (isShown) {
            trace->addToLegend();
        } else {
            trace->removeFromLegend();
        }
    }
    wrapLegend();
}

void NoisePlot::setCurrent(int index)
{
    m_marker->setVisible(index >= 0);
    if (index >= 0) {
        m_marker->topLeft->setAxes(xAxis, yAxis);
        m_marker->bottomRight->setAxes(xAxis, yAxis);
        m_marker->topLeft->setTypeX(QCPItemPosition::ptPlotCoords);
        m_marker->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
        m_marker->bottomRight->setTypeX(QCPItemPosition::ptPlotCoords);
        m_marker->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
        m_marker->topLeft->setCoords(index + 0.5, 0.0);
        m_marker->bottomRight->setCoords(index + 1.5, 1.0);
    }
    replotLater();
}

void NoisePlot::setOutputsStale(bool stale)
{
    m_outputsStale = stale;
    applyColors();
    replotLater();
}

void NoisePlot::setRanges()
{
    double low = 0.0;
    double high = 1.0;
    for (const LayerNoise& layer : m_layers) {
        for (const std::optional<double>& db :
             {layer.weightSqnrDb, layer.activationSqnrDb, layer.ownSqnrDb, layer.pictureSqnrDb}) {
            if (isBar(db)) {
                low = std::min(low, *db);
                high = std::max(high, *db);
            }
        }
    }
    yAxis->setRange(low < 0.0 ? 1.1 * low : 0.0, 1.06 * high);
    xAxis->setRange(0.4, static_cast<double>(m_layers.size()) + 0.6);
}

void NoisePlot::applyColors()
{
    for (QCPBars* bars : {m_weights, m_activations}) {
        bars->setPen(Qt::NoPen);
    }
    m_weights->setBrush(QColor(okabe_ito::kBlue));
    m_activations->setBrush(blended(palette().color(QPalette::Base), QColor(okabe_ito::kOrange),
                                    m_outputsStale ? 0.35 : 1.0));
    m_own->setScatterStyle(QCPScatterStyle(
        QCPScatterStyle::ssDiamond, QPen(QColor(okabe_ito::kVermillion), 1.5), Qt::NoBrush, 7));
    m_picture->setPen(QPen(blended(textColor(), QColor(okabe_ito::kGreen), 0.8), 2.0));
    QColor mark = palette().color(QPalette::Highlight);
    mark.setAlpha(70);
    m_marker->setPen(Qt::NoPen);
    m_marker->setBrush(mark);
}

void NoisePlot::mousePressEvent(QMouseEvent* event)
{
    const int index = layerAt(event->pos());
    if (index >= 0 && event->button() == Qt::LeftButton) {
        Q_EMIT layerClicked(index);
    }
    ThemedPlot::mousePressEvent(event);
}

void NoisePlot::mouseMoveEvent(QMouseEvent* event)
{
    const int index = layerAt(event->pos());
    if (index >= 0) {
        showToolTip(describe(index));
    } else {
        showToolTip({});
    }
    ThemedPlot::mouseMoveEvent(event);
}

QString NoisePlot::describe(int index) const
{
    const LayerNoise& layer = m_layers[static_cast<std::size_t>(index)];
    QString text = u"<b>"_s % QString::number(index + 1) % u" "_s % layer.name.toHtmlEscaped() %
                   u"</b><br>"_s % tr("Weights: %1").arg(decibelText(layer.weightSqnrDb)) %
                   u"<br>"_s % tr("Output: %1").arg(decibelText(layer.activationSqnrDb));
    if (layer.ownSqnrDb && layer.activationSqnrDb) {
        text += u"<br>"_s %
                tr("of its own: %1, inherited: %2")
                    .arg(decibelText(layer.ownSqnrDb),
                         decibelText(inheritedSqnrDb(*layer.activationSqnrDb, *layer.ownSqnrDb)));
    }
    if (layer.pictureSqnrDb) {
        text += u"<br>"_s % m_picture->name().toHtmlEscaped() % u": "_s %
                decibelText(layer.pictureSqnrDb);
    }
    return text;
}

int NoisePlot::layerAt(const QPoint& position) const
{
    if (!axisRect()->rect().contains(position) || m_layers.empty()) {
        return -1;
    }
    const long index = std::lround(xAxis->pixelToCoord(position.x())) - 1;
    return index >= 0 && index < static_cast<long>(m_layers.size()) ? static_cast<int>(index) : -1;
}

} // namespace quantoscope::gui
