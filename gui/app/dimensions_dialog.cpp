// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/dimensions_dialog.h"

#include "gui/models/quantity_text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSpinBox>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kUsualSide = 224;
constexpr int kUsualChannels = 3;
constexpr int kLargestExtent = 65536;
} // namespace

Shape shapeNamedBy(const Error& error)
{
    static const QRegularExpression kShape(u"shape ([0-9?]+(?:x[0-9?]+)+)"_s);
    const QRegularExpressionMatch match = kShape.match(QString::fromStdString(error.message));
    Shape shape;
    if (match.hasMatch()) {
        for (const QString& extent : match.captured(1).split(u'x')) {
            shape.push_back(extent == u"?"_s ? kDynamic : extent.toLongLong());
        }
    }
    return shape;
}

DimensionsDialog::DimensionsDialog(const QString& input, const Shape& shape, QWidget* parent)
    : QDialog(parent), m_shape(shape)
{
    setWindowTitle(tr("Fix Dimensions"));
    auto* form = new QFormLayout(this);
    auto* text = new QLabel(tr("The model leaves some extents of its input “%1” (%2) open. "
                               "Choose those to run it with.")
                                .arg(input, shapeText(shape)));
    text->setWordWrap(true);
    form->addRow(text);
    for (std::size_t axis = 1; axis < shape.size(); ++axis) {
        if (shape[axis] != kDynamic) {
            continue;
        }
        auto* spin = new QSpinBox;
        spin->setRange(1, kLargestExtent);
        spin->setValue(axis == 1 ? kUsualChannels : kUsualSide);
        form->addRow(tr("Axis %1").arg(axis), spin);
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
