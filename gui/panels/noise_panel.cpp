// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/noise_panel.h"

#include "gui/models/layer_selection.h"
#include "gui/models/layer_table_model.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/plots/noise_plot.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace quantoscope::gui {

NoisePanel::NoisePanel(LayerTableModel& model, LayerSelection& selection, QWidget* parent)
    : QWidget(parent), m_model(model), m_selection(selection), m_plot(new NoisePlot),
      m_stack(new PlaceholderStack(m_plot)), m_remark(new QLabel), m_delay(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_remark->setMargin(4);
    m_remark->setAlignment(Qt::AlignCenter);
    // Always there: coming and going, it would lay out and paint the whole window after every edit.
    layout->addWidget(m_remark);
    m_delay->setSingleShot(true);
    m_delay->setInterval(0);
    connect(m_delay, &QTimer::timeout, this, &NoisePanel::refresh);
    connect(&model, &QAbstractItemModel::modelReset, m_delay, qOverload<>(&QTimer::start));
    connect(&model, &QAbstractItemModel::dataChanged, m_delay, [this] { m_delay->start(); });
    connect(&selection, &LayerSelection::currentChanged, this, &NoisePanel::showCurrent);
    connect(m_plot, &NoisePlot::layerClicked, this,
            [this](int row) { m_selection.select(m_model.idOf(row)); });
    refresh();
}

void NoisePanel::setRemark(const QString& remark)
{
    m_remark->setText(remark);
}

void NoisePanel::refresh()
{
    std::vector<LayerNoise> layers;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        layers.push_back({m_model.index(row, LayerTableModel::NameColumn).data().toString(),
                          m_model.weightSqnrDb(row), m_model.activationSqnrDb(row)});
    }
    const bool any = std::ranges::any_of(layers, [](const LayerNoise& layer) {
        return layer.weightSqnrDb || layer.activationSqnrDb;
    });
    if (!any) {
        m_stack->showText(tr("The noise of every layer appears here after an evaluation."));
        return;
    }
    m_stack->showContent();
    m_plot->setLayers(std::move(layers));
    m_plot->setOutputsStale(m_model.isNoiseStale());
    showCurrent(m_selection.current());
}

void NoisePanel::showCurrent(OutlineId id)
{
    m_plot->setCurrent(m_model.rowOf(id));
}

} // namespace quantoscope::gui
