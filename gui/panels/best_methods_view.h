// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/best_methods.h"

#include <QDialog>

namespace quantoscope::gui {

/// What was tried for a configuration, and what it did, until it is closed.
class BestMethodsView : public QDialog
{
    Q_OBJECT

public:
    explicit BestMethodsView(const session::BestReport& report, QWidget* parent = nullptr);
};

} // namespace quantoscope::gui
