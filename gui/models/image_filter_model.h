// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace quantoscope::gui {

/// Which pictures are of interest.
enum class ImageFilter {
    All,
    Changed, ///< another answer than FP32's
    Broken,  ///< right in FP32, wrong now
    Fixed,   ///< wrong in FP32, right now
    Wrong,   ///< the quantized model is wrong
};

/// Pictures, changed predictions first; optionally only some kind, or those that match a text.
class ImageFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ImageFilterModel(QObject* parent = nullptr);
    void setShown(ImageFilter shown);
    void setText(const QString& text);
    /// Only images to which FP32 gives the one class and the quantized model the other; -1: all.
    void setPair(int floatClass, int quantizedClass);
    [[nodiscard]] std::pair<int, int> pair() const { return {m_floatClass, m_quantizedClass}; }
    [[nodiscard]] bool hasPair() const { return m_floatClass >= 0; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow,
                                        const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] bool isShown(const QModelIndex& picture) const;
    ImageFilter m_shown = ImageFilter::All;
    QString m_text;
    int m_floatClass = -1;
    int m_quantizedClass = -1;
};

} // namespace quantoscope::gui
