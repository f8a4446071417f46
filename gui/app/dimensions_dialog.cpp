// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/dimensions_dialog.h"

#include "gui/models/quantity_text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace quantoscope::gui {

namespace {
constexpr int kUsualSide = 224;
constexpr int kUsualChannels = 3;
constexpr int kMostChannels = 4;
constexpr int kLargestExtent = 65536;
} // namespace

DimensionsDialog::DimensionsDialog(const session::OpenInput& input, QWidget* parent)
    : QDialog(parent), m_shape(input.shape)
{
    setWindowTitle(tr("Fix Dimensions"));
    auto* form = new QFormLayout(this);
    auto* text = new QLabel(tr("The model leaves some extents of its input “%1” (%2) open. "
                               "Choose those to run it with.")
                                .arg(QString::fromStdString(input.name), shapeText(m_shape)));
    text->setWordWrap(true);
    form->addRow(text);
    const bool channelsLast = m_shape.back() != kDynamic && m_shape.back() <= kMostChannels;
    for (std::size_t axis = 1; axis < m_shape.size(); ++axis) {
        if (m_shape[axis] != kDynamic) {
            continue;
        }
        auto* spin = new QSpinBox;
        spin->setRange(1, kLargestExtent);
        spin->setValue(axis == 1 && !channelsLast ? kUsualChannels : kUsualSide);
        const QString name = QString::fromStdString(input.dimensionNames[axis]);
        form->addRow(name.isEmpty() ? tr("Axis %1").arg(axis)
                                    : tr("Axis %1 (%2)").arg(axis).arg(name),
                     spin);
        m_extents.push_back({axis, spin});
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

Shape DimensionsDialog::shape() const
{
    Shape fixed = m_shape;
    for (const Extent& extent : m_extents) {
        fixed[extent.axis] = extent.spin->value();
    }
    return fixed;
}

} // namespace quantoscope::gui
