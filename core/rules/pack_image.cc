#include "rules/pack_image.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <type_traits>
#include <utility>

#include "tags/model.h"

namespace quotary {

// What each type consists of, told once for writing and for reading. A friend of them all.
struct ImageFields {
  static void of(auto& image, auto& pack, auto& tagger, auto& attribution) {
    for (auto& file : pack.files) image(file.kind);
    image(pack.lexicon, pack.text_rules_of_language, pack.houses, pack.line_words);
    image(tagger, attribution);
  }

  static void of(auto& image, auto& x, const Lexicon* /*type*/) {
    image(x.letters_, x.words_, x.word_count_, x.edges_, x.nodes_, x.pairs_, x.sets_,
          x.class_names_, x.phrase_count_);
  }
  static void of(auto& image, auto& x, const TextRules* /*type*/) {
    image(x.slots_, x.used_, x.abbreviations_);
  }
  static void of(auto& image, auto& x, const Houses* /*type*/) { image(x.houses_, x.spellings_); }
  static void of(auto& image, auto& x, const House* /*type*/) {
    image(x.id, x.name, x.kind, x.country, x.part_of, x.wikidata, x.sign_off, x.domains);
    image(x.place.file, x.place.line, x.place.column);
  }
  static void of(auto& image, auto& x, const LineWords* /*type*/) {
    image(x.groups_, x.sets_, x.phrases_);
  }
  static void of(auto& image, auto& x, const PhraseTable* /*type*/) {
    image(x.letters_, x.entries_, x.beginnings_, x.beginning_count_, x.first_, x.longer_);
  }
  static void of(auto& image, auto& x, const TaggerModel* /*type*/) {
    for (auto& tags : x.classes) image(tags.tags, tags.rare);
    image(x.lexicon.slots_, x.row_bits, x.rows);
  }
  static void of(auto& image, auto& x, const WeightTable* /*type*/) {
    image(x.hashed_, x.numbers_, x.rows_, x.size_);
  }
  static void of(auto& image, auto& x, const HashedWeights* /*type*/) {
    image(x.buckets_, x.spilled_, x.shift_);
  }

  // What follows from the fields and is not written.
  static void complete(PackData& pack) {
    for (std::uint32_t i = 0; i < pack.houses.all().size(); ++i) pack.houses.index(i);
    LineWords& words = pack.line_words;
    for (std::size_t i = 0; i < words.groups_.size(); ++i) words.numbers_[words.groups_[i]] = i;
  }

  static const TaggerModel& model_of(const Tagger& tagger) { return *tagger.model_; }
  static Tagger tagger_of(TaggerModel model) {
    return Tagger(std::make_shared<const TaggerModel>(std::move(model)));
  }
};

namespace {

// A value that is its bytes: without padding, so that equal tables give equal images.
// Vector registers are values of no class, of which clang does not know that they are.
template <typename T>
concept Flat = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T> &&
               (!std::is_class_v<T> || std::has_unique_object_representations_v<T>);

template <typename T>
concept List = requires(T list) {
  list.resize(1);
  list.begin();
};

// The bytes before a list that stands at the next multiple of its elements' alignment.
template <typename T>
constexpr std::size_t padding(std::size_t at) {
  return (alignof(T) - at % alignof(T)) % alignof(T);
}

class ImageWriter {
 public:
  void operator()(const auto&... values) { (put(values), ...); }
  std::string bytes() && { return std::move(bytes_); }

 private:
  template <typename T>
  void put(const T& value) {
    if constexpr (Flat<T>) {
      put_bytes(&value, sizeof value);
    } else if constexpr (List<T>) {
      using Element = typename T::value_type;
      put(value.size());
      if constexpr (Flat<Element>) {
        bytes_.append(padding<Element>(bytes_.size()), '\0');
        put_bytes(value.data(), value.size() * sizeof(Element));
      } else {
        for (const auto& each : value) put(each);
      }
    } else {
      ImageFields::of(*this, value, static_cast<const T*>(nullptr));
    }
  }
  void put_bytes(const void* from, std::size_t size) {
    bytes_.append(static_cast<const char*>(from), size);
  }

  std::string bytes_;
};

class ImageReader {
 public:
  explicit ImageReader(std::string_view bytes) : bytes_(bytes) {}
  void operator()(auto&... values) { (take(values), ...); }

 private:
  template <typename T>
  void take(T& value) {
    if constexpr (Flat<T>) {
      std::memcpy(&value, next(sizeof value), sizeof value);
    } else if constexpr (List<T>) {
      using Element = typename T::value_type;
      std::size_t size = 0;
      take(size);
      if constexpr (Flat<Element>) {
        next(padding<Element>(at_));
        const auto* first = reinterpret_cast<const Element*>(next(size * sizeof(Element)));
        value.assign(first, first + size);
      } else {
        value.resize(size);
        for (auto& each : value) take(each);
      }
    } else {
      ImageFields::of(*this, value, static_cast<const T*>(nullptr));
    }
  }
  const char* next(std::size_t size) {
    if (size > bytes_.size() - at_) std::abort();
    at_ += size;
    return bytes_.data() + at_ - size;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::string write_pack_image(const PackData& pack) {
  ImageWriter image;
  ImageFields::of(image, pack, ImageFields::model_of(*pack.tagger), *pack.attribution);
  return std::move(image).bytes();
}

void read_pack_image(std::string_view image, PackData& pack) {
  ImageReader reader(image);
  TaggerModel tagger;
  ImageFields::of(reader, pack, tagger, pack.attribution.emplace());
  pack.tagger = ImageFields::tagger_of(std::move(tagger));
  ImageFields::complete(pack);
}

}  // namespace quotary
