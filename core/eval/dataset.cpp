// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/eval/dataset.h"

#include "core/eval/class_names.h"
#include "core/eval/image_folder.h"
#include "core/eval/label_file.h"
#include "core/eval/text_lines.h"

#include <algorithm>
#include <unordered_map>

namespace quantoscope::eval {
namespace {

namespace fs = std::filesystem;

using ClassIndices = std::unordered_map<std::string, int>;
using Labels = std::vector<std::optional<int>>;

fs::path firstFile(const std::vector<fs::path>& candidates)
{
    std::error_code error;
    const auto found =
        std::find_if(candidates.begin(), candidates.end(),
                     [&](const fs::path& each) { return fs::is_regular_file(each, error); });
    return found == candidates.end() ? fs::path{} : *found;
}

fs::path implicitLabels(const fs::path& root)
{
    fs::path csv = root;
    fs::path txt = root;
    csv += ".csv";
    txt += ".txt";
    return firstFile({csv, txt, root / "labels.csv", root / "labels.txt"});
}

Result<std::vector<std::string>> classNames(const DatasetRequest& request, const fs::path& root)
{
    const fs::path file =
        !request.classes.empty()
            ? request.classes
            : firstFile({root / "classes.txt", root.parent_path() / "classes.txt"});
    return file.empty() ? std::vector<std::string>{} : readClassNames(file);
}

bool isInSubFolder(const PictureFile& picture)
{
    return picture.displayName.find('/') != std::string::npos;
}

std::string subFolderOf(const PictureFile& picture)
{
    return picture.displayName.substr(0, picture.displayName.find('/'));
}

/// Sub-folders numbered in sorted order.
ClassIndices numbered(const std::vector<std::string>& subFolders)
{
    ClassIndices classes;
    for (const std::string& name : subFolders) {
        classes.emplace(name, static_cast<int>(classes.size()));
    }
    return classes;
}

/// Sub-folders whose names say the class; fails at the first that does not.
Result<ClassIndices> named(const ImageFolder& folder, const std::vector<std::string>& names)
{
    ClassIndices classes;
    for (const std::string& subFolder : folder.subFolders) {
        const Result<int> index = classIndexOf(subFolder, names);
        if (!index) {
            return fail(ErrorCode::InvalidData, "the sub-folder's name: " + index.error().message,
                        utf8FromPath(folder.root / pathFromUtf8(subFolder)));
        }
        classes.emplace(subFolder, *index);
    }
    return classes;
}

Result<ClassIndices> classesOfSubFolders(const ImageFolder& folder,
                                         const std::vector<std::string>& names)
{
    const auto isInteger = [](const std::string& name) { return parseInteger(name).has_value(); };
    const auto isClass = [&](const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    const auto& subFolders = folder.subFolders;
    if (std::all_of(subFolders.begin(), subFolders.end(), isInteger) ||
        std::any_of(subFolders.begin(), subFolders.end(), isClass)) {
        return named(folder, names);
    }
    if (!names.empty() && names.size() != subFolders.size()) {
        return fail(ErrorCode::InvalidData,
                    "there are " + std::to_string(subFolders.size()) + " sub-folders and " +
                        std::to_string(names.size()) +
                        " class names; expected folders named by a class index or a class name, "
                        "or one folder a class",
                    utf8FromPath(folder.root));
    }
    return numbered(subFolders);
}

/// Labels of a folder whose pictures all lie in sub-folders.
Result<Labels> labelsOfSubFolders(const ImageFolder& folder, std::vector<std::string>& names)
{
    const Result<ClassIndices> classes = classesOfSubFolders(folder, names);
    if (!classes) {
        return failFrom(classes);
    }
    const bool isNumbered = !parseInteger(folder.subFolders.front()) && names.empty();
    if (isNumbered) {
        names = folder.subFolders;
    }
    Labels labels;
    for (const PictureFile& picture : folder.pictures) {
        labels.emplace_back(classes->at(subFolderOf(picture)));
    }
    return labels;
}

Result<Labels> labelsOf(const DatasetRequest& request, const ImageFolder& folder,
                        DatasetIndex& index)
{
    const auto inSubFolders =
        std::count_if(folder.pictures.begin(), folder.pictures.end(), isInSubFolder);
    const bool areAll = inSubFolders == static_cast<std::ptrdiff_t>(folder.pictures.size());
    if (request.labels.empty() && areAll) {
        return labelsOfSubFolders(folder, index.classNames);
    }
    index.labelsFile = request.labels.empty() ? implicitLabels(folder.root) : request.labels;
    if (!index.labelsFile.empty()) {
        return readLabels(index.labelsFile, folder, index.classNames);
    }
    if (inSubFolders > 0) {
        return fail(ErrorCode::InvalidData,
                    "pictures lie both in the folder and in its sub-folders; expected one of the "
                    "two, or a labels file",
                    utf8FromPath(folder.root));
    }
    return Labels(folder.pictures.size());
}

} // namespace

Result<DatasetIndex> indexDataset(const DatasetRequest& request)
{
    if (request.limit < 0) {
        return fail(ErrorCode::InvalidArgument, "the number of pictures is limited to " +
                                                    std::to_string(request.limit) +
                                                    "; expected 0 (all) or more");
    }
    const Result<ImageFolder> folder = listImageFolder(request.images);
    if (!folder) {
        return failFrom(folder);
    }
    DatasetIndex index;
    Result<std::vector<std::string>> names = classNames(request, folder->root);
    if (!names) {
        return failFrom(names);
    }
    index.classNames = std::move(*names);
    const Result<Labels> labels = labelsOf(request, *folder, index);
    if (!labels) {
        return failFrom(labels);
    }
    index.hasLabels =
        std::any_of(labels->begin(), labels->end(),
                    [](const std::optional<int>& label) { return label.has_value(); });
    for (std::size_t i = 0; i < folder->pictures.size(); ++i) {
        if (index.hasLabels && !(*labels)[i]) {
            ++index.ignoredCount;
            continue;
        }
        const PictureFile& picture = folder->pictures[i];
        index.samples.push_back({picture.file, picture.displayName, (*labels)[i]});
    }
    const auto limit = static_cast<std::size_t>(request.limit);
    if (limit > 0 && limit < index.samples.size()) {
        index.samples.resize(limit);
    }
    return index;
}

Status checkLabels(const DatasetIndex& index, std::int64_t classCount)
{
    for (const Sample& sample : index.samples) {
        if (sample.label && *sample.label >= classCount) {
            return fail(ErrorCode::InvalidData,
                        "'" + sample.displayName + "' has label " + std::to_string(*sample.label) +
                            "; the model's output has " + std::to_string(classCount) +
                            " classes, expected 0 to " + std::to_string(classCount - 1),
                        utf8FromPath(index.labelsFile.empty() ? sample.file : index.labelsFile));
        }
    }
    return {};
}

} // namespace quantoscope::eval
