// SPDX-License-Identifier: GPL-3.0-or-later
// Opening pictures. Another choice of calibration images is a step on the undo stack.
#include "core/session/calibration_choice.h"
#include "gui/app/calibration_images_command.h"
#include "gui/app/workbench.h"

#include <QPointer>

#include <memory>
#include <utility>

namespace quantoscope::gui {

void Workbench::openData(const session::DataRequest& request)
{
    if (!m_session.modelInfo()) {
        m_waitingData = request;
        return;
    }
    const auto open = m_session.dataInfo();
    if (open && session::isSameButForCalibration(*open, request)) {
        if (session::isSameCalibration(m_wantedData.value_or(open->request), request)) {
            startOpening(request, {}); // the same again: the files may be others
        } else {
            chooseCalibration(request);
        }
        return;
    }
    m_wantedData.reset();
    startOpening(request, [this](bool isOpen) { m_dataGeneration += isOpen ? 1 : 0; });
}

/// A choice that cannot be opened leaves no step.
void Workbench::chooseCalibration(const session::DataRequest& request)
{
    const session::DataRequest before = m_wantedData.value_or(m_session.dataInfo()->request);
    struct Step
    {
        bool isFirst = true;
        bool isVoid = false;
    };
    const auto step = std::make_shared<Step>();
    QUndoStack& stack = m_document.undoStack();
    const auto opened = [this, step, &stack](bool isOpen) {
        const int top = stack.index() - 1;
        const auto* last =
            top < 0 ? nullptr : dynamic_cast<const CalibrationImagesCommand*>(stack.command(top));
        step->isVoid = !isOpen;
        if (step->isVoid && last != nullptr) {
            stack.undo();
        }
    };
    stack.push(new CalibrationImagesCommand(
        before, request,
        [this, step, opened, generation = m_dataGeneration](const session::DataRequest& wanted) {
            if (step->isVoid || generation != m_dataGeneration) {
                return false;
            }
            m_wantedData = wanted;
            startOpening(wanted, std::exchange(step->isFirst, false) ? opened
                                                                     : std::function<void(bool)>());
            return true;
        }));
}

/// \param done told whether they were opened, before anything else; may be empty. Not called where
/// another opening overtakes this one
void Workbench::startOpening(const session::DataRequest& request, std::function<void(bool)> done)
{
    stopEvaluation();
    stopExploring();
    m_dataJob.start(
        [this, request](const JobContext& context, const JobPort&) {
            return m_session.openData(request, context);
        },
        [this,
         done = std::move(done)](const Result<std::shared_ptr<const session::DataInfo>>& data) {
            if (done) {
                done(data.has_value());
            }
            dataDone(data);
        });
}

void Workbench::dataDone(const Result<std::shared_ptr<const session::DataInfo>>& data)
{
    if (!data) {
        m_wantedData.reset();
        report(data.error());
        evaluate();
        return;
    }
    forgetResults();
    m_methodOutcomes.clear();
    m_layers.setEvaluation(nullptr);
    m_layers.setNoise(nullptr);
    m_images.setData(*data);
    m_memory.saveData(m_session.modelInfo()->file, (*data)->request);
    Q_EMIT dataOpened();
    evaluate();
}

} // namespace quantoscope::gui
