// SPDX-License-Identifier: GPL-3.0-or-later
// What a workbench does to have a model open.
#include "core/session/configuration_file.h"
#include "gui/app/path_text.h"
#include "gui/app/workbench.h"

#include <QFileInfo>

#include <utility>

namespace quantoscope::gui {

namespace {

/// The first input that stands in the way of opening a model.
std::optional<session::OpenInput> firstOpenInput(const session::ModelRequest& request)
{
    const Result<std::vector<session::OpenInput>> inputs = session::openInputs(request);
    return inputs && !inputs->empty() ? std::optional(inputs->front()) : std::nullopt;
}

} // namespace

void Workbench::openModel(const OpenRequest& request)
{
    if (m_delay.isActive()) { // nor one made just before opening something else
        rememberConfiguration();
    }
    stopEvaluation();
    stopExploring();
    m_dataJob.abandon();
    m_folding.reset();
    m_closeJob.abandon();
    m_openJob.start([this, request](const JobContext& context,
                                    const JobPort&) { return openInBackground(request, context); },
                    [this](const Result<Opened>& opened) { modelDone(opened); });
}

Result<Workbench::Opened> Workbench::openInBackground(const OpenRequest& request,
                                                      const JobContext& context) const
{
    Opened opened;
    opened.request = request;
    if (!request.session.empty()) {
        auto read = session::readSession(request.session);
        if (!read) {
            return failFrom(read);
        }
        opened.request.model = read->model;
        opened.request.data = read->data;
        opened.session = std::make_shared<const session::SessionFile>(*std::move(read));
    }
    model::FixedDimensions& fixed = opened.request.model.fixed;
    if (fixed.byInput.empty() && fixed.byName.empty()) {
        fixed = m_memory.dimensions(opened.request.model.file);
    }
    const auto info = openModelOf(opened, context);
    if (!info) {
        if (info.error().code == ErrorCode::Unsupported) {
            opened.openInput = firstOpenInput(opened.request.model);
        }
        return opened.openInput ? Result<Opened>(std::move(opened)) : failFrom(info);
    }
    opened.info = *info;
    opened.outline = std::make_shared<const ModelOutline>(makeOutline(*(*info)->layers));
    auto configuration = configurationFor(opened);
    if (!configuration) {
        return failFrom(configuration);
    }
    opened.configuration = *std::move(configuration);
    opened.pinned =
        opened.session ? opened.session->pinned : m_memory.pins(opened.request.model.file);
    std::erase_if(opened.pinned, [&](const std::string& layer) {
        const OutlineId id = opened.outline->find(layer);
        return id == kNoOutlineId ||
               !opened.outline->entries[static_cast<std::size_t>(id)].hasWeights;
    });
    return opened;
}

/// With the batch normalizations kept that were kept when the model was last used, where nothing
/// says otherwise and it still has them.
Result<std::shared_ptr<const session::ModelInfo>>
Workbench::openModelOf(Opened& opened, const JobContext& context) const
{
    session::ModelRequest& request = opened.request.model;
    if (opened.session || !request.keptBatchNorms.empty()) {
        return m_session.openModel(request, context);
    }
    request.keptBatchNorms = m_memory.keptBatchNorms(request.file);
    auto info = m_session.openModel(request, context);
    if (!info && info.error().code == ErrorCode::InvalidArgument &&
        !request.keptBatchNorms.empty()) {
        request.keptBatchNorms.clear();
        info = m_session.openModel(request, context);
    }
    return info;
}

/// The one that was asked for, that of the session, the one last used, or the default.
Result<ConfigurationPtr> Workbench::configurationFor(Opened& opened) const
{
    std::optional<Result<quant::Configuration>> wanted;
    if (opened.session) {
        wanted = *opened.session->configuration;
    } else if (!opened.request.configuration.empty()) {
        wanted = session::readConfiguration(opened.request.configuration);
    }
    if (wanted) {
        const Status checked = *wanted ? m_session.check(**wanted) : Status(failFrom(*wanted));
        if (checked) {
            opened.isNew = false;
            return std::make_shared<const quant::Configuration>(**wanted);
        }
        opened.configurationProblem = checked.error();
    } else if (auto remembered = m_memory.configuration(opened.request.model.file);
               remembered && m_session.check(*remembered)) {
        opened.isNew = false;
        return std::make_shared<const quant::Configuration>(*std::move(remembered));
    }
    auto uniform = m_session.uniform({});
    return uniform ? Result<ConfigurationPtr>(
                         std::make_shared<const quant::Configuration>(*std::move(uniform)))
                   : failFrom(uniform);
}

void Workbench::modelDone(const Result<Opened>& opened)
{
    if (!opened || opened->openInput) {
        if (!opened) {
            report(opened.error());
        } else {
            Q_EMIT dimensionsNeeded(opened->request, *opened->openInput);
        }
        evaluate(); // of the former model, which stays
        return;
    }
    const OpenRequest& request = opened->request;
    m_outline = opened->outline;
    m_isNewModel = opened->isNew;
    forgetResults();
    m_selection.select(kNoOutlineId);
    m_images.setData(nullptr);
    m_layers.setOutline(m_outline);
    m_wantedData.reset();
    m_methodOutcomes.clear();
    m_document.reset(opened->configuration, opened->pinned);
    m_historyMemory.setBrought(opened->session ? opened->session->tried : std::string());
    if (!request.isRecovery) {
        m_memory.addRecentModel(opened->session ? request.session : request.model.file);
    }
    m_memory.saveDimensions(request.model.file, request.model.fixed);
    m_memory.saveKeptBatchNorms(request.model.file, request.model.keptBatchNorms);
    Q_EMIT modelOpened();
    if (opened->session) {
        m_rules.readJson(QByteArray::fromStdString(opened->session->rules));
        Q_EMIT sessionOpened(pathText(request.session));
    }
    selectFirst(opened->session ? opened->session->layer : std::string());
    if (opened->configurationProblem) {
        report(*opened->configurationProblem);
    }
    if (const std::optional<session::DataRequest> data = dataFor(request)) {
        m_waitingData.reset();
        openData(*data);
    } else {
        Q_EMIT imagesNeeded();
    }
}

/// Layers are the same ones, of perhaps other numbers.
void Workbench::modelFoldedAnew(const std::shared_ptr<const ModelOutline>& outline)
{
    std::vector<std::string> chosen;
    for (const OutlineId id : m_selection.chosen()) {
        chosen.push_back(m_outline->entries[static_cast<std::size_t>(id)].name);
    }
    const OutlineId current = m_selection.current();
    const std::string name =
        current == kNoOutlineId ? "" : m_outline->entries[static_cast<std::size_t>(current)].name;
    m_outline = outline;
    forgetResults();
    m_selection.select(kNoOutlineId);
    m_images.setData(m_session.dataInfo());
    m_layers.setOutline(m_outline);
    const auto info = m_session.modelInfo();
    m_memory.saveKeptBatchNorms(info->file, info->keptBatchNorms);
    Q_EMIT modelFolded();
    std::vector<OutlineId> ids;
    for (const std::string& layer : chosen) {
        if (const OutlineId id = m_outline->find(layer); id != kNoOutlineId) {
            ids.push_back(id);
        }
    }
    m_selection.choose(std::move(ids), m_outline->find(name));
}

/// The layer of this name, or the first with weights.
void Workbench::selectFirst(const std::string& name)
{
    OutlineId id = m_outline->find(name);
    if (id == kNoOutlineId) {
        const auto first = std::ranges::find_if(m_outline->entries, &OutlineEntry::hasWeights);
        id = first == m_outline->entries.end()
                 ? kNoOutlineId
                 : static_cast<OutlineId>(first - m_outline->entries.begin());
    }
    m_selection.select(id);
}

std::optional<session::DataRequest> Workbench::dataFor(const OpenRequest& request) const
{
    if (request.data) {
        return request.data;
    }
    if (m_waitingData) {
        return m_waitingData;
    }
    if (auto remembered = m_memory.data(request.model.file)) {
        return remembered;
    }
    const std::filesystem::path folder = request.model.file.parent_path();
    if (QFileInfo(pathText(folder / "val")).isDir()) {
        session::DataRequest beside;
        beside.validation.images = folder / "val";
        if (QFileInfo(pathText(folder / "calib")).isDir()) {
            beside.calibrationImages = folder / "calib";
        }
        return beside;
    }
    return std::nullopt;
}

} // namespace quantoscope::gui
