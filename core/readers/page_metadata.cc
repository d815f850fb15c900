#include <cstring>
#include <string>
#include <string_view>

#include "readers/declared_values.h"

namespace quotary {
namespace {

// "example.co.uk" of "news.example.co.uk".
std::string_view registered_domain(std::string_view host, const PageRules& rules) {
  std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return host;
  const std::size_t top = host.size() - dot - 1;
  std::size_t second = host.rfind('.', dot - 1);
  if (second == std::string_view::npos) return host;
  const std::string_view middle = host.substr(second + 1, dot - second - 1);
  if (top == 2 && second != 0 && rules.second_level_domains.find(middle) != nullptr) {
    const std::size_t third = host.rfind('.', second - 1);
    return third == std::string_view::npos ? host : host.substr(third + 1);
  }
  return host.substr(second + 1);
}

class MetadataReader {
 public:
  MetadataReader(const PageTree& tree, const PageRules& rules, Declared& out)
      : nodes_(tree.nodes()), rules_(rules), out_(out) {}

  void read() {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      switch (nodes_[i].tag()) {
        case GUMBO_TAG_META:
          meta(nodes_[i]);
          break;
        case GUMBO_TAG_LINK:
          link(nodes_[i]);
          break;
        case GUMBO_TAG_TITLE:
          title(i);
          break;
        case GUMBO_TAG_HTML:
          language(nodes_[i]);
          break;
        default:
          break;
      }
    }
    origin();
  }

 private:
  void meta(const PageNode& node) {
    const char* const content = attribute_of(node, "content");
    if (content == nullptr) return;
    for (const char* kind : {"property", "name", "itemprop"}) {
      const char* const name = attribute_of(node, kind);
      if (name == nullptr) continue;
      const DeclaredField* const field = rules_.meta.find(name);
      if (field == nullptr) continue;
      add_declared({*field, content, {}, "meta " + std::string(name).substr(0, 60)}, out_);
      return;
    }
  }

  void link(const PageNode& node) {
    const char* const rel = attribute_of(node, "rel");
    const char* const href = attribute_of(node, "href");
    if (rel == nullptr || href == nullptr) return;
    const DeclaredField* const field = rules_.links.find(rel);
    if (field != nullptr) {
      add_declared({*field, href, {}, "link " + std::string(rel).substr(0, 60)}, out_);
    }
  }

  // The name of the page, where nothing better has been said.
  void title(std::uint32_t index) {
    if (index + 1 >= nodes_[index].end || out_.find(DeclaredField::title) != nullptr) return;
    if (nodes_[index + 1].is_text()) {
      add_declared({DeclaredField::title, nodes_[index + 1].characters(), {}, "title"}, out_);
    }
  }

  void language(const PageNode& node) {
    if (const char* lang = attribute_of(node, "lang"); lang != nullptr) {
      add_declared({DeclaredField::language, lang, {}, "html lang"}, out_);
    }
  }

  // A canonical address on another domain than the page says it is on is where it came from.
  void origin() {
    const DeclaredValue* const canonical = out_.find(DeclaredField::canonical);
    if (canonical == nullptr) return;
    const std::string elsewhere = host_of(canonical->value);
    if (elsewhere.empty()) return;
    for (const DeclaredValue& each : out_.values) {
      const bool own =
          each.field == DeclaredField::page_url || each.field == DeclaredField::publisher;
      if (!own || each.image != kNone) continue;
      const std::string host = host_of(
          each.field == DeclaredField::page_url || each.url.empty() ? each.value : each.url);
      if (host.empty()) continue;
      if (registered_domain(host, rules_) == registered_domain(elsewhere, rules_)) return;
      own_host_ = host;
    }
    if (own_host_.empty()) return;
    const std::string address = canonical->value;
    add_declared({DeclaredField::origin, address, {}, "link canonical"}, out_);
  }

  const std::vector<PageNode>& nodes_;
  const PageRules& rules_;
  Declared& out_;
  std::string own_host_;
};

}  // namespace

void read_metadata(const PageTree& tree, const PageRules& rules, Declared& out) {
  MetadataReader(tree, rules, out).read();
}

}  // namespace quotary
