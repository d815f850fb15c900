#include "extract_command.h"

#include <memory>
#include <string>
#include <vector>

#include "job_options.h"

namespace quotary::cli {
namespace {

constexpr const char* kExtractExamples = R"(
Examples:
  quotary extract article.txt                     read the quotes of one article
  quotary extract articles/ > quotes.jsonl        a record for each article, as JSON Lines
  quotary extract --format csv -o quotes.csv *.txt
                                                  a table for a spreadsheet
  quotary extract --format schema-org article.txt
                                                  JSON-LD for a page; prov, ninjs, web-annotation
  quotary extract --text-field body news.jsonl    JSON Lines; other fields are carried through
  quotary extract --with-text page.html           the article of a page, and its text
  curl -s URL | quotary extract --input-format html -
                                                  read standard input
  quotary extract --nested article.txt            what Lund said, too, in
                                                  "Lund told me it rained," Cole said.
  quotary extract --explain article.txt           why each quote was given to whom it was given

Exit status: 0 everything done, 1 some inputs or the output failed, 2 wrong usage.
)";

const std::vector<std::string> kQuoteFormats = {
    "view", "jsonl", "csv", "brat", "eval", "prov", "schema-org", "ninjs", "web-annotation"};

void add_choice_options(CLI::App& command, JobWords& words, bool& no_provenance) {
  command.add_flag("-a,--all", words.job.records.all,
                   "Show scare quotes, titles, nicknames and mottos too, not only speech");
  command
      .add_option("--min-confidence", words.job.records.min_confidence,
                  "Leave out quotes that are less certain")
      ->type_name("X")
      ->check(CLI::Range(0.0, 1.0));
  command.add_flag("--nested", words.job.nested,
                   "Find what is told inside quotations, too, at second hand; slower");
  command.add_flag("--each-part", words.job.each_part,
                   "Make each part of a quote a quote of its own: \"X,\" he said. \"Y.\"");
  command.add_flag("--explain", words.job.explain,
                   "Show what else was considered for each quote, and why it lost");
  command.add_flag("--with-text", words.job.records.text,
                   "Put the text that offsets point into, and where the blocks of a page stand "
                   "in it, into the record (jsonl)");
  command.add_flag("--no-provenance", no_provenance,
                   "Leave out where the text and its pictures come from; faster");
}

// Only JSON Lines has a place for both; the forms of others always say it.
ExtractJob extract_job_from(const JobWords& words, bool no_provenance) {
  JobWords with_provenance = words;
  with_provenance.job.records.provenance = !no_provenance;
  ExtractJob job = job_from(with_provenance);
  const bool quotes_only = job.format == Format::view || job.format == Format::csv ||
                           job.format == Format::brat || job.format == Format::eval;
  if (no_provenance || quotes_only) job.records.provenance = false;
  return job;
}

}  // namespace

void add_extract_command(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("extract", "Find who said what in news text")->footer(kExtractExamples);
  const auto words = std::make_shared<JobWords>();
  const auto no_provenance = std::make_shared<bool>(false);
  add_input_options(*command, *words);
  add_output_options(*command, *words, kQuoteFormats);
  add_choice_options(*command, *words, *no_provenance);
  add_publisher_option(*command, *words);
  add_work_options(*command, *words);
  command->callback([words, no_provenance, &status] {
    check_for_input(*words);
    status = run(extract_job_from(*words, *no_provenance));
  });
}

}  // namespace quotary::cli
