// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace quantoscope::gui {

/// Pictures, changed predictions first; optionally only those, or those that match a text.
class ImageFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ImageFilterModel(QObject* parent = nullptr);
    void setChangedOnly(bool changedOnly);
    void setText(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow,
                                        const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    bool m_changedOnly = false;
    QString m_text;
};

} // namespace quantoscope::gui
