// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/noise_panel.h"

#include "gui/models/layer_selection.h"
#include "gui/models/layer_table_model.h"
#include "gui/models/noise_tracing.h"
#include "gui/panels/elided_label.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/plots/noise_plot.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace quantoscope::gui {

namespace {

std::optional<double> noiseOf(const NoiseTracing::Report& report, const QString& layer)
{
    if (!report) {
        return std::nullopt;
    }
    const auto found = report->activationSqnrDb.find(layer.toStdString());
    return found == report->activationSqnrDb.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

NoisePanel::NoisePanel(LayerTableModel& model, LayerSelection& selection, NoiseTracing& tracing,
                       QWidget* parent)
    : QWidget(parent), m_model(model), m_selection(selection), m_tracing(tracing),
      m_plot(new NoisePlot), m_stack(new PlaceholderStack(m_plot)),
      m_remark(new ElidedLabel(QString())), m_own(new QToolButton), m_delay(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    auto* bar = new QHBoxLayout;
    addBar(*bar);
    layout->addLayout(bar);
    m_delay->setSingleShot(true);
    m_delay->setInterval(0);
    connect(m_delay, &QTimer::timeout, this, &NoisePanel::refresh);
    connect(&model, &QAbstractItemModel::modelReset, m_delay, qOverload<>(&QTimer::start));
    connect(&model, &QAbstractItemModel::dataChanged, m_delay, [this] { m_delay->start(); });
    connect(&selection, &LayerSelection::currentChanged, this, &NoisePanel::showCurrent);
    connect(&tracing, &NoiseTracing::changed, m_delay, qOverload<>(&QTimer::start));
    connect(m_plot, &NoisePlot::layerClicked, this,
            [this](int row) { m_selection.select(m_model.idOf(row)); });
    refresh();
}

void NoisePanel::addBar(QHBoxLayout& bar)
{
    bar.setContentsMargins(6, 2, 6, 2);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_remark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_own->setText(tr("Own Noise"));
    m_own->setToolTip(tr("Measure what every layer adds by itself, its inputs in FP32; the rest of "
                         "its noise it inherits"));
    m_own->setEnabled(false);
    connect(m_own, &QToolButton::clicked, &m_tracing, &NoiseTracing::measureOwn);
    // Always there: coming and going, it would lay out and paint the whole window after every edit.
    bar.addWidget(m_remark, 1);
    bar.addWidget(m_own);
}

void NoisePanel::setRemark(const QString& remark)
{
    m_remark->setText(remark);
    m_remark->setToolTip(remark);
}

void NoisePanel::setImages(std::int64_t images)
{
    const int count = static_cast<int>(images);
    m_remark->setText(tr("On %n images", nullptr, count)); // short, as there is little room
    m_remark->setToolTip(tr("Outputs measured on %n images", nullptr, count));
}

void NoisePanel::refresh()
{
    std::vector<LayerNoise> layers;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QString name = m_model.index(row, LayerTableModel::NameColumn).data().toString();
        layers.push_back({name, m_model.weightSqnrDb(row), m_model.activationSqnrDb(row),
                          noiseOf(m_tracing.own(), name), noiseOf(m_tracing.picture(), name)});
    }
    const bool any = std::ranges::any_of(layers, [](const LayerNoise& layer) {
        return layer.weightSqnrDb || layer.activationSqnrDb;
    });
    m_own->setEnabled(any && !m_model.isNoiseStale());
    if (!any) {
        m_stack->showText(tr("The noise of every layer appears here after an evaluation."));
        return;
    }
    m_stack->showContent();
    m_plot->setLayers(std::move(layers), m_tracing.picture() ? m_tracing.pictureName() : QString());
    m_plot->setOutputsStale(m_model.isNoiseStale());
    showCurrent(m_selection.current());
}

void NoisePanel::showCurrent(OutlineId id)
{
    m_plot->setCurrent(m_model.rowOf(id));
}

} // namespace quantoscope::gui
