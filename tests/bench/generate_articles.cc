// generate_articles: text for benchmarks, in the manner of news, and how much of it is quoted.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "articles.h"

namespace {

using quotary::bench::ArticleCounts;
using quotary::bench::ArticleWriter;

struct Choices {
  double megabytes = 100;
  std::string form = "text";
  std::string directory;  // for --form files
  std::uint32_t seed = 1;
};

void write_file(const std::string& directory, std::size_t number, const std::string& article) {
  const auto path =
      std::filesystem::path(directory) / ("article-" + std::to_string(number) + ".txt");
  std::ofstream(path, std::ios::binary) << article;
}

void write(const Choices& choices, std::size_t number, const std::string& article) {
  if (choices.form == "text") {
    std::cout << article << '\n';
  } else if (choices.form == "jsonl") {
    const nlohmann::ordered_json line = {{"id", std::to_string(number)}, {"text", article}};
    std::cout << line.dump() << '\n';
  } else {
    write_file(choices.directory, number, article);
  }
}

void report(const ArticleCounts& counts) {
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  std::fprintf(stderr,
               "%.1f MB, %zu articles, %zu words\n"
               "%zu attributions, one in %.1f words: %.0f%% direct, %.0f%% mixed, %.0f%% indirect\n"
               "%.1f%% of the text stands between straight double quotation marks\n",
               static_cast<double>(counts.bytes) / 1e6, counts.articles, counts.words,
               counts.attributions(), share(counts.words, counts.attributions()),
               100 * share(counts.direct, counts.attributions()),
               100 * share(counts.mixed, counts.attributions()),
               100 * share(counts.indirect, counts.attributions()),
               100 * share(counts.marked_bytes, counts.bytes));
}

}  // namespace

int main(int argc, char** argv) {
  Choices choices;
  CLI::App app{"Writes news-like articles to standard output, and their figures to standard error"};
  app.add_option("--megabytes", choices.megabytes, "How much (1 MB is 1,000,000 bytes)")
      ->check(CLI::PositiveNumber);
  app.add_option("--form", choices.form, "One text, one JSON object a line, or one file an article")
      ->check(CLI::IsMember({"text", "jsonl", "files"}));
  app.add_option("--directory", choices.directory, "Where files go; it is made");
  app.add_option("--seed", choices.seed, "Other articles");
  CLI11_PARSE(app, argc, argv);

  if (choices.form == "files") std::filesystem::create_directories(choices.directory);
  std::ios::sync_with_stdio(false);
  ArticleWriter writer(choices.seed);
  while (static_cast<double>(writer.counts().bytes) < choices.megabytes * 1e6) {
    const std::string article = writer.next();
    write(choices, writer.counts().articles, article);
  }
  report(writer.counts());
}
