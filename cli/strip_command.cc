#include "strip_command.h"

#include <memory>

#include "job_options.h"

namespace quotary::cli {
namespace {

constexpr const char* kStripExamples = R"(
Section labels, post dates, bylines, datelines, credits, captions, sign-offs, contribution and
copyright lines, disclaimers and corrections are left out. Several plain texts are parted by a form
feed (\f) at the beginning of a line.

Examples:
  quotary strip article.txt                     the text of an article and nothing else
  quotary strip --text-field body news.jsonl    JSON Lines in, JSON Lines out
  quotary strip --map --offsets codepoints article.txt
                                                where each stretch that was kept stood

Exit status: 0 everything done, 1 some inputs or the output failed, 2 wrong usage.
)";

}  // namespace

void add_strip_command(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("strip", "Take credits, notices and furniture out of news text")
          ->footer(kStripExamples);
  const auto words = std::make_shared<JobWords>();
  const auto strip = std::make_shared<StripJob>();
  add_input_options(*command, *words);
  add_output_options(*command, *words, {});
  command->add_flag("--map", strip->map,
                    "Write JSON Lines with a list \"kept\" of stretches: begin and end in the "
                    "original, at in the stripped text");
  command->add_flag("--jsonl", strip->jsonl, "Write JSON Lines for plain texts too");
  command->add_flag("--keep-captions", strip->captions, "Leave captions in, without their credits");
  add_publisher_option(*command, *words);
  add_work_options(*command, *words);
  command->callback([words, strip, &status] {
    check_for_input(*words);
    ExtractJob job = job_from(*words);
    job.strip = *strip;
    status = run(job);
  });
}

}  // namespace quotary::cli
