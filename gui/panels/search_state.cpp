// SPDX-License-Identifier: GPL-3.0-or-later
// What the search panel says and allows as a search comes and goes.
#include "gui/models/configuration_document.h"
#include "gui/models/search_job.h"
#include "gui/models/search_text.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/panels/search_choices.h"
#include "gui/panels/search_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStringList>

namespace quantoscope::gui {

using session::SearchPhase;

bool SearchPanel::isSameSearch() const
{
    if (!m_job.report()) {
        return false;
    }
    session::SearchRequest former = m_job.report()->request;
    former.evaluations = m_choices->evaluations().value();
    return former == request();
}

bool SearchPanel::canGoOn() const
{
    return isSameSearch() &&
           (m_job.report()->phase != SearchPhase::Finished ||
            m_choices->evaluations().value() > m_job.report()->request.evaluations);
}

QString SearchPanel::placeholder() const
{
    if (!m_ready) {
        return tr("A search for mixed precision appears here once a model and images are open.");
    }
    if (m_job.isRunning()) {
        return tr("Measuring how sensitive each layer is. The first configurations follow.");
    }
    return tr("Which layers need many bits, which get by with few? Start looks for the best bits "
              "of every layer within the budget. Edits go on meanwhile.\n\n"
              "Layers pinned in the table or the graph (right click) keep their bits.");
}

void SearchPanel::showState()
{
    showButtons();
    showPins();
    const session::SearchReportPtr& report = m_job.report();
    const bool isRunning = m_job.isRunning();
    m_choices->setEnabled(!isRunning);
    QString text = isRunning ? tr("Starting…") : m_choices->problem();
    if (report && m_choices->problem().isEmpty()) {
        text = searchStatus(*report, isRunning);
    }
    m_status->setText(text);
    m_status->setToolTip(tr("A pass is the work of one FP32 pass over the search's images."));
    if (report && !report->tried.empty()) {
        m_stack->showContent();
    } else {
        m_stack->showText(placeholder());
    }
}

void SearchPanel::showButtons()
{
    const bool isRunning = m_job.isRunning();
    const bool isLegal = m_ready && m_choices->problem().isEmpty();
    const bool isDone = isSameSearch() && !canGoOn();
    m_start->setText(isRunning ? tr("Stop") : canGoOn() ? tr("Go On") : tr("Start"));
    m_start->setToolTip(isRunning   ? tr("Stop; what was tried stays")
                        : canGoOn() ? tr("Take the search up where it stopped")
                                    : tr("Look for the best bits of every layer within the "
                                         "budget"));
    m_start->setEnabled(isRunning || (isLegal && !isDone));
    m_startOver->setEnabled(isLegal && m_job.report() != nullptr);
    m_take->setEnabled(selectedPoint() >= 0);
}

void SearchPanel::showPins()
{
    QStringList names;
    for (const std::string& layer : m_document.pinned()) {
        names << QString::fromStdString(layer).toHtmlEscaped();
    }
    m_pins->setVisible(!names.isEmpty());
    m_pins->setText(tr("%n pinned", nullptr, static_cast<int>(names.size())));
    m_pins->setToolTip(tr("These layers keep the bits they have when a search starts:") +
                       QStringLiteral("<br>") + names.join(QStringLiteral("<br>")));
}

} // namespace quantoscope::gui
