// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "gui/jobs/job.h"
#include "gui/models/configuration_history.h"

#include <QDialog>

#include <filesystem>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace quantoscope::gui {

class CascadePlot;

/// Two configurations as a cascade: the cheap one answers, and where it is unsure the better one
/// does. Shows accuracy against cost, chooses the threshold by the accuracy that may be lost, and
/// exports both models with it.
class CascadeDialog : public QDialog
{
    Q_OBJECT

public:
    /// Takes the one with fewer bit operations as the cheap one.
    CascadeDialog(session::Session& session, TriedConfiguration first, TriedConfiguration second,
                  QWidget* parent = nullptr);

    /// Null until both have been run.
    [[nodiscard]] const session::CascadeReportPtr& report() const { return m_report; }
    [[nodiscard]] bool isBusy() const { return m_job.isRunning() || m_exportJob.isRunning(); }
    [[nodiscard]] CascadePlot& plot() { return *m_plot; }
    [[nodiscard]] QDoubleSpinBox& drop() { return *m_drop; }
    [[nodiscard]] QComboBox& cost() { return *m_cost; }
    [[nodiscard]] QLabel& figures() { return *m_figures; }
    [[nodiscard]] QPushButton& exportButton() { return *m_export; }
    void exportTo(const std::filesystem::path& folder);

private:
    void setUpChoices();
    void measure();
    void setReport(const session::CascadeReportPtr& report);
    void showFigures();
    void showProblem(const Error& error);
    void chooseFolder();

    session::Session& m_session;
    TriedConfiguration m_cheap, m_better;
    session::CascadeReportPtr m_report;
    CascadePlot* m_plot;
    QDoubleSpinBox* m_drop;
    QComboBox* m_cost;
    QLabel* m_figures;
    QLabel* m_state;
    QPushButton* m_export;
    // Last: end before what they read.
    Job<session::CascadeReportPtr> m_job;
    Job<void> m_exportJob;
};

} // namespace quantoscope::gui
