#include "bench/people.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace paperboy::bench {

namespace {

constexpr std::array<std::string_view, 48> kChineseFamilies = {
    "Wang", "Li",  "Zhang", "Liu",  "Chen", "Yang", "Huang", "Zhao", "Wu",    "Zhou",  "Xu",   "Sun",
    "Ma",   "Zhu", "Hu",    "Guo",  "He",   "Lin",  "Gao",   "Luo",  "Zheng", "Liang", "Xie",  "Song",
    "Tang", "Xu",  "Han",   "Feng", "Deng", "Cao",  "Peng",  "Zeng", "Xiao",  "Tian",  "Dong", "Pan",
    "Yuan", "Cai", "Jiang", "Yu",   "Du",   "Ye",   "Cheng", "Wei",  "Su",    "Lu",    "Ding", "Shen"};
constexpr std::array<std::string_view, 48> kChineseSyllables = {
    "an",  "bo",  "chen", "cong", "dan",  "fei",  "gang", "guo",  "hai", "hao",  "hong", "hua",
    "hui", "jia", "jian", "jie",  "jing", "jun",  "kai",  "lan",  "lei", "li",   "lin",  "ling",
    "mei", "min", "ming", "ning", "peng", "ping", "qi",   "qing", "rui", "shan", "shi",  "tao",
    "wei", "wen", "xia",  "xin",  "xue",  "yan",  "yi",   "ying", "yu",  "yue",  "ze",   "zhi"};
constexpr std::array<std::string_view, 64> kGivenNames = {
    "Ada",     "Aisha", "Alan",  "Amir",   "Ana",   "Andrei", "Anna",   "Antoine", "Arjun", "Astrid",
    "Bart",    "Beth",  "Carla", "Carlos", "Chloé", "Clara",  "Daniel", "David",   "Deepa", "Diego",
    "Elena",   "Elif",  "Emma",  "Erik",   "Eva",   "Fatima", "Felix",  "Gabriel", "Grace", "Hanna",
    "Hiroshi", "Hugo",  "Ines",  "Ivan",   "Jakob", "James",  "Jan",    "Jana",    "Jorge", "Julia",
    "Karim",   "Kavya", "Kenji", "Laura",  "Leila", "Lena",   "Lucas",  "Maria",   "Marta", "Mateo",
    "Mia",     "Nadia", "Nikos", "Noah",   "Olga",  "Omar",   "Paul",   "Priya",   "Rahul", "Sara",
    "Sofia",   "Tomás", "Yuki",  "Zoë"};
constexpr std::array<std::string_view, 56> kFamilies = {
    "Abadi",   "Adler",      "Almeida",  "Andersson", "Bauer",   "Becker",       "Bianchi",
    "Brown",   "Castro",     "Cohen",    "Costa",     "Dubois",  "Eriksen",      "Fern\\'andez",
    "Fischer", "Fontaine",   "García",   "Goldberg",  "Gupta",   "Hansen",       "Hoffmann",
    "Ito",     "Ivanov",     "Iyer",     "Jansen",    "Johnson", "Kaya",         "Keller",
    "Kim",     "Kowalski",   "Kumar",    "Larsen",    "Lee",     "Mehta",        "Meyer",
    "Moreau",  "M\\\"uller", "Nakamura", "Novák",     "O'Brien", "Okafor",       "Papadopoulos",
    "Park",    "Patel",      "Petrov",   "Popescu",   "Rossi",   "Santos",       "Sato",
    "Schmidt", "Silva",      "Singh",    "Smith",     "Tanaka",  "van der Berg", "Weber"};

std::string name_of(std::uint32_t person) {
  Random random(person + 1);
  std::string name;
  if (random.chance(500)) {
    name = random.one_of(kChineseSyllables);
    if (random.chance(700)) {
      name.append(random.one_of(kChineseSyllables));
    }
    name.append(" ").append(random.one_of(kChineseFamilies));
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
  }
  name = random.one_of(kGivenNames);
  if (random.chance(600)) {
    name += std::string(" ") + static_cast<char>('A' + random.below(26)) + ".";
  }
  name.append(" ").append(random.one_of(kFamilies));
  return random.chance(250) ? name.append("-").append(random.one_of(kFamilies)) : name;
}

}  // namespace

People::People() {
  constexpr std::uint32_t kWroteBefore = 3000;
  while (people_ < kWroteBefore) {
    lines_.push_back(people_++);
  }
}

std::vector<std::string> People::authors(Random& random) {
  const std::size_t wanted = 3 + std::min(random.below(10), random.below(10));
  std::vector<std::string> names;
  std::vector<std::uint32_t> chosen;
  while (names.size() < wanted) {
    const bool is_new = random.chance(500);
    const std::uint32_t person = is_new ? people_++ : random.one_of(lines_);
    std::string name = name_of(person);
    if (std::ranges::find(names, name) != names.end()) {
      continue;
    }
    names.push_back(std::move(name));
    chosen.push_back(person);
  }
  lines_.insert(lines_.end(), chosen.begin(), chosen.end());
  return names;
}

}  // namespace paperboy::bench
