// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"
#include "gui/plots/themed_plot.h"

#include <vector>

namespace quantoscope::gui {

/// In which order channels stand.
enum class ChannelOrder { Model, Range, Sqnr };

/// From the smallest to the largest weight of every output channel, and the range one scale for all
/// of them would have to reach: channels that fill little of it are why per-tensor scales fail.
class ChannelRangesPlot : public ThemedPlot
{
    Q_OBJECT

public:
    explicit ChannelRangesPlot(QWidget* parent = nullptr);
    void setInspection(const session::WeightInspection& inspection);
    void setOrder(ChannelOrder order);
    /// Channels from left to right.
    [[nodiscard]] const std::vector<std::size_t>& order() const { return m_places; }

protected:
    void applyColors() override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void arrange();
    [[nodiscard]] QString describe(std::size_t channel) const;

    QCPGraph* m_low; ///< owned by the plot, as the others
    QCPGraph* m_high;
    QCPGraph* m_limits;
    std::vector<session::ChannelRange> m_channels;
    std::vector<std::size_t> m_places;
    ChannelOrder m_order = ChannelOrder::Model;
    double m_reach = 0.0; ///< largest magnitude of all
};

} // namespace quantoscope::gui
