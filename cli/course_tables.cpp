// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/course_tables.h"

#include "cli/text_table.h"
#include "core/session/figure_text.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <sstream>

namespace quantoscope::cli {
namespace {

using Align = TextTable::Align;
using Json = nlohmann::ordered_json;

std::string shortest(float value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", static_cast<double>(value));
    return text;
}

std::string rangeText(const quant::Range& range)
{
    return shortest(range.low) + " .. " + shortest(range.high);
}

TextTable tableOf(const session::CalibrationCourse& course, const char* first, Align align)
{
    TextTable table;
    table.addColumn(first, align);
    for (const quant::CalibrationMethod method : course.methods) {
        table.addColumn(quant::toString(method), Align::Right);
    }
    return table;
}

std::vector<std::string> row(std::string first, const std::vector<quant::Range>& ranges)
{
    std::vector<std::string> cells{std::move(first)};
    for (const quant::Range& range : ranges) {
        cells.push_back(rangeText(range));
    }
    return cells;
}

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json tensorJson(const session::TensorCourse& tensor)
{
    Json json{{"name", tensor.tensor}, {"ranges", Json::array()}};
    for (const auto& ranges : tensor.ranges) {
        Json atCount = Json::array();
        for (const quant::Range& range : ranges) {
            atCount.push_back({range.low, range.high});
        }
        json["ranges"].push_back(std::move(atCount));
    }
    return json;
}

/// A field of CSV, in quotes as RFC 4180 has them.
std::string quoted(const std::string& text)
{
    std::string field = "\"";
    for (const char c : text) {
        field += c == '"' ? "\"\"" : std::string(1, c);
    }
    return field + "\"";
}

} // namespace

void printRanges(std::ostream& out, const session::CalibrationCourse& course, bool byCount)
{
    if (!byCount) {
        TextTable table = tableOf(course, "tensor", Align::Left);
        for (const session::TensorCourse& tensor : course.tensors) {
            table.addRow(row(tensor.tensor, tensor.ranges.back()));
        }
        table.print(out);
        return;
    }
    for (const session::TensorCourse& tensor : course.tensors) {
        out << '\n' << tensor.tensor << '\n';
        TextTable table = tableOf(course, "pictures", Align::Right);
        for (std::size_t i = 0; i < course.counts.size(); ++i) {
            table.addRow(row(session::grouped(course.counts[i]), tensor.ranges[i]));
        }
        table.print(out);
    }
}

void printResults(std::ostream& out, const session::CalibrationCourse& course,
                  const std::string& method)
{
    out << "\nValidation pictures, calibrated by " << method << '\n';
    TextTable table;
    table.addColumn("pictures", Align::Right);
    for (const char* title : {"top-1", "agreement", "output SQNR, dB"}) {
        table.addColumn(title, Align::Right);
    }
    for (const session::ResultAtCount& result : course.results) {
        table.addRow({session::grouped(result.images), session::percent(result.accuracy.top1),
                      session::percent(result.comparison.agreement),
                      session::decibels(result.comparison.sqnrDb)});
    }
    table.print(out);
}

std::string courseCsv(const session::CalibrationCourse& course)
{
    std::ostringstream out;
    out.precision(9);
    out << "tensor,images,method,low,high\n";
    for (const session::TensorCourse& tensor : course.tensors) {
        for (std::size_t i = 0; i < course.counts.size(); ++i) {
            for (std::size_t m = 0; m < course.methods.size(); ++m) {
                const quant::Range& range = tensor.ranges[i][m];
                out << quoted(tensor.tensor) << ',' << course.counts[i] << ','
                    << quant::toString(course.methods[m]) << ',' << range.low << ',' << range.high
                    << '\n';
            }
        }
    }
    return out.str();
}

std::string courseJson(const session::CalibrationCourse& course)
{
    Json json{{"counts", course.counts}, {"methods", Json::array()}, {"tensors", Json::array()}};
    for (const quant::CalibrationMethod method : course.methods) {
        json["methods"].push_back(quant::toString(method));
    }
    for (const session::TensorCourse& tensor : course.tensors) {
        json["tensors"].push_back(tensorJson(tensor));
    }
    json["results"] = Json::array();
    for (const session::ResultAtCount& result : course.results) {
        json["results"].push_back({{"images", result.images},
                                   {"top1", orNull(result.accuracy.top1)},
                                   {"top5", orNull(result.accuracy.top5)},
                                   {"agreement", orNull(result.comparison.agreement)},
                                   {"sqnrDb", result.comparison.sqnrDb}});
    }
    json["seconds"] = course.seconds;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace quantoscope::cli
