// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/open_inputs.h"

#include <QDialog>

#include <vector>

class QSpinBox;

namespace quantoscope::gui {

/// Asks for the extents a model leaves open. The batch stays open.
class DimensionsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DimensionsDialog(const session::OpenInput& input, QWidget* parent = nullptr);
    /// The whole shape; axis 0 stays kDynamic when it was.
    [[nodiscard]] Shape shape() const;

private:
    struct Extent
    {
        std::size_t axis;
        QSpinBox* spin;
    };
    Shape m_shape;
    std::vector<Extent> m_extents;
};

} // namespace quantoscope::gui
