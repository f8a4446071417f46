// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/model_memory.h"

#include "core/base/atomic_file.h"
#include "core/session/configuration_file.h"
#include "gui/app/path_text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <map>
#include <mutex>
#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRecent = 10;
// Keys of layers remembered of a model.
constexpr QStringView kPins = u"/pins";
constexpr QStringView kKeptBatchNorms = u"/keptBatchNorms";

/// A name for what is kept about a model, the same wherever it is opened from.
QString keyOf(const std::filesystem::path& model)
{
    const QFileInfo info(pathText(model));
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    return QString::fromLatin1(
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex());
}

QString groupOf(const std::filesystem::path& model)
{
    return u"models/"_s % keyOf(model);
}

std::filesystem::path fileIn(const QString& kind, const std::filesystem::path& model)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) % u"/"_s %
                      kind);
    folder.mkpath(u"."_s);
    return toPath(folder.filePath(keyOf(model) % u".json"_s));
}

std::filesystem::path configurationFile(const std::filesystem::path& model)
{
    return fileIn(u"configurations"_s, model);
}

void writeData(const std::filesystem::path& model, const session::DataRequest& request)
{
    QSettings settings;
    settings.beginGroup(groupOf(model));
    settings.setValue(u"images"_s, pathText(request.validation.images));
    settings.setValue(u"labels"_s, pathText(request.validation.labels));
    settings.setValue(u"classes"_s, pathText(request.validation.classes));
    settings.setValue(u"limit"_s, static_cast<qlonglong>(request.validation.limit));
    settings.setValue(u"calibrationImages"_s, pathText(request.calibrationImages));
    settings.setValue(u"calibrationLimit"_s, static_cast<qlonglong>(request.calibrationLimit));
    settings.setValue(u"calibrationChoice"_s,
                      QString::fromStdString(eval::toString(request.calibrationChoice)));
    settings.setValue(u"calibrationSeed"_s, request.calibrationSeed);
    settings.setValue(u"preprocess"_s, QString::fromStdString(request.preprocess));
    settings.remove(u"customPreprocess"_s);
    if (request.customPreprocess) {
        const QString file = pathText(configurationFile(model)).chopped(5) % u".preprocess.json"_s;
        if (writeFile(toPath(file), eval::toJson(*request.customPreprocess))) {
            settings.setValue(u"customPreprocess"_s, file);
        }
    }
}

void writeDimensions(const std::filesystem::path& model, const model::FixedDimensions& fixed)
{
    QSettings settings;
    settings.beginGroup(groupOf(model) % u"/dimensions"_s);
    settings.remove(QString());
    for (const auto& [input, shape] : fixed.byInput) {
        QVariantList extents;
        for (const std::int64_t extent : shape) {
            extents.append(static_cast<qlonglong>(extent));
        }
        settings.setValue(
            QString::fromLatin1(QString::fromStdString(input).toUtf8().toPercentEncoding()),
            extents);
    }
}

QStringList storedRecentModels()
{
    QStringList files = QSettings().value(u"recentModels"_s).toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

} // namespace

struct ModelMemory::Waiting
{
    std::mutex mutex;
    std::map<std::filesystem::path, std::shared_ptr<const quant::Configuration>> configurations;

    /// True when nothing waited for this model.
    bool put(const std::filesystem::path& model,
             std::shared_ptr<const quant::Configuration> configuration)
    {
        const std::scoped_lock lock(mutex);
        return configurations.insert_or_assign(model, std::move(configuration)).second;
    }

    std::shared_ptr<const quant::Configuration> take(const std::filesystem::path& model)
    {
        const std::scoped_lock lock(mutex);
        return configurations.extract(model).mapped();
    }
};

ModelMemory::ModelMemory(bool persistent)
    : m_persistent(persistent), m_waiting(std::make_shared<Waiting>())
{
    m_writer.setMaxThreadCount(1);
}

ModelMemory::~ModelMemory()
{
    m_writer.waitForDone();
}

void ModelMemory::write(std::function<void()> work) const
{
    if (m_persistent) {
        m_writer.start(std::move(work));
    }
}

std::optional<quant::Configuration>
ModelMemory::configuration(const std::filesystem::path& model) const
{
    if (!m_persistent) {
        return std::nullopt;
    }
    m_writer.waitForDone();
    Result<quant::Configuration> read = session::readConfiguration(configurationFile(model));
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

void ModelMemory::saveConfiguration(const std::filesystem::path& model,
                                    std::shared_ptr<const quant::Configuration> configuration,
                                    std::function<void(const Error&)> failed) const
{
    if (!m_persistent || !m_waiting->put(model, std::move(configuration))) {
        return;
    }
    write([model, waiting = m_waiting, failed = std::move(failed)] {
        const auto newest = waiting->take(model);
        if (const Status written = session::writeConfiguration(*newest, configurationFile(model));
            !written) {
            failed(written.error());
        }
    });
}

std::optional<session::DataRequest> ModelMemory::data(const std::filesystem::path& model) const
{
    if (!m_persistent) {
        return std::nullopt;
    }
    QSettings settings;
    settings.beginGroup(groupOf(model));
    const QString images = settings.value(u"images"_s).toString();
    if (images.isEmpty() || !QFileInfo(images).isDir()) {
        return std::nullopt;
    }
    session::DataRequest request;
    request.validation.images = toPath(images);
    request.validation.labels = toPath(settings.value(u"labels"_s).toString());
    request.validation.classes = toPath(settings.value(u"classes"_s).toString());
    request.validation.limit = settings.value(u"limit"_s, 0).toLongLong();
    request.calibrationImages = toPath(settings.value(u"calibrationImages"_s).toString());
    request.calibrationLimit = settings.value(u"calibrationLimit"_s, 100).toLongLong();
    request.calibrationChoice =
        eval::parseSampleChoice(settings.value(u"calibrationChoice"_s).toString().toStdString())
            .value_or(eval::SampleChoice::First);
    request.calibrationSeed = settings.value(u"calibrationSeed"_s, 0).toUInt();
    request.preprocess = settings.value(u"preprocess"_s).toString().toStdString();
    const QString custom = settings.value(u"customPreprocess"_s).toString();
    if (!custom.isEmpty() && QFileInfo::exists(custom)) {
        request.preprocess = custom.toStdString();
    }
    return request;
}

void ModelMemory::saveData(const std::filesystem::path& model,
                           const session::DataRequest& request) const
{
    write([model, request] { writeData(model, request); });
}

model::FixedDimensions ModelMemory::dimensions(const std::filesystem::path& model) const
{
    model::FixedDimensions fixed;
    if (!m_persistent) {
        return fixed;
    }
    QSettings settings;
    settings.beginGroup(groupOf(model) % u"/dimensions"_s);
    for (const QString& input : settings.childKeys()) {
        Shape shape;
        for (const QVariant& extent : settings.value(input).toList()) {
            shape.push_back(extent.toLongLong());
        }
        fixed.byInput[QString::fromUtf8(QByteArray::fromPercentEncoding(input.toLatin1()))
                          .toStdString()] = shape;
    }
    return fixed;
}

void ModelMemory::saveDimensions(const std::filesystem::path& model,
                                 const model::FixedDimensions& fixed) const
{
    write([model, fixed] { writeDimensions(model, fixed); });
}

std::filesystem::path ModelMemory::sweepFile(const std::filesystem::path& model) const
{
    return m_persistent ? fileIn(u"sweeps"_s, model) : std::filesystem::path();
}

std::filesystem::path ModelMemory::historyFile(const std::filesystem::path& model) const
{
    return m_persistent ? fileIn(u"tried"_s, model) : std::filesystem::path();
}

std::vector<std::string> ModelMemory::layers(const std::filesystem::path& model,
                                             QStringView key) const
{
    std::vector<std::string> names;
    if (m_persistent) {
        m_writer.waitForDone();
        for (const QString& layer : QSettings().value(groupOf(model) % key).toStringList()) {
            names.push_back(layer.toStdString());
        }
    }
    return names;
}

void ModelMemory::saveLayers(const std::filesystem::path& model, QStringView key,
                             const std::vector<std::string>& names) const
{
    write([model, key, names] {
        QStringList layers;
        for (const std::string& name : names) {
            layers << QString::fromStdString(name);
        }
        QSettings().setValue(groupOf(model) % key, layers);
    });
}

std::set<std::string> ModelMemory::pins(const std::filesystem::path& model) const
{
    const std::vector<std::string> names = layers(model, kPins);
    return {names.begin(), names.end()};
}

void ModelMemory::savePins(const std::filesystem::path& model,
                           const std::set<std::string>& layers) const
{
    saveLayers(model, kPins, {layers.begin(), layers.end()});
}

std::vector<std::string> ModelMemory::keptBatchNorms(const std::filesystem::path& model) const
{
    return layers(model, kKeptBatchNorms);
}

void ModelMemory::saveKeptBatchNorms(const std::filesystem::path& model,
                                     const std::vector<std::string>& layers) const
{
    saveLayers(model, kKeptBatchNorms, layers);
}

QStringList ModelMemory::recentModels() const
{
    return m_persistent ? storedRecentModels() : QStringList();
}

void ModelMemory::addRecentModel(const std::filesystem::path& model) const
{
    write([model] {
        const QString file = QFileInfo(pathText(model)).absoluteFilePath();
        QStringList files = storedRecentModels();
        files.removeAll(file);
        files.prepend(file);
        QSettings().setValue(u"recentModels"_s, files.mid(0, kMostRecent));
    });
}

void ModelMemory::clearRecentModels() const
{
    write([] { QSettings().remove(u"recentModels"_s); });
}

} // namespace quantoscope::gui
