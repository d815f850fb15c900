#include "completion_command.h"

#include <memory>
#include <vector>

#include "output.h"

namespace quotary::cli {
namespace {

constexpr const char* kCompletionExamples = R"(
Examples:
  source <(quotary completion bash)                                  this session
  quotary completion bash > /etc/bash_completion.d/quotary           for good
  quotary completion zsh > "${fpath[1]}/_quotary"
  quotary completion fish > ~/.config/fish/completions/quotary.fish
)";

std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

std::vector<const CLI::Option*> options_of(const CLI::App& app) {
  std::vector<const CLI::Option*> found;
  for (const CLI::Option* option : app.get_options()) {
    if (option->nonpositional()) found.push_back(option);
  }
  return found;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

// The values of "{view,jsonl,csv}", as CLI11 names the type of an option with a closed list.
std::vector<std::string> values_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const auto open = type.rfind('{');
  const auto close = type.rfind('}');
  std::vector<std::string> values;
  if (open == std::string::npos || close == std::string::npos || close < open) return values;
  std::string value;
  for (const char c : type.substr(open + 1, close - open - 1)) {
    if (c != ',') {
      value += c;
      continue;
    }
    values.push_back(value);
    value.clear();
  }
  values.push_back(value);
  return values;
}

// What may stand where no option does: the commands, or the values of an argument with a closed
// list.
std::vector<std::string> words_after(const CLI::App& app) {
  std::vector<std::string> words;
  for (const CLI::App* command : commands_of(app)) words.push_back(command->get_name());
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    const std::vector<std::string> values = values_of(*option);
    words.insert(words.end(), values.begin(), values.end());
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// For a string between single quotation marks.
std::string in_quotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c == '\n' ? ' ' : c;
    }
  }
  return out + "'";
}

// "rules check" for the app of `quotary rules check`.
std::string path_of(const CLI::App& app, const std::string& before) {
  return before.empty() ? app.get_name() : before + " " + app.get_name();
}

// Calls visit(app, path) for the app and everything below it; the path of the top is empty.
template <typename Visit>
void for_each_command(const CLI::App& app, const std::string& path, const Visit& visit) {
  visit(app, path);
  for (const CLI::App* command : commands_of(app)) {
    for_each_command(*command, path_of(*command, path), visit);
  }
}

// Completes words after `path` in a `case` of bash.
std::string bash_case(const CLI::App& app, const std::string& path) {
  std::vector<std::string> words;
  std::string values;
  for (const CLI::Option* option : options_of(app)) {
    const std::vector<std::string> names = names_of(*option);
    words.insert(words.end(), names.begin(), names.end());
    const std::vector<std::string> choices = values_of(*option);
    if (choices.empty()) continue;
    std::string pattern;
    for (const std::string& name : names) pattern += (pattern.empty() ? "" : "|") + name;
    values += "        " + pattern + ") COMPREPLY=($(compgen -W " + in_quotes(joined(choices)) +
              " -- \"$current\")); return ;;\n";
  }
  std::string out = "    " + in_quotes(path) + ")\n";
  if (!values.empty()) out += "      case \"$previous\" in\n" + values + "      esac\n";
  return out + "      words=" + in_quotes(joined(words)) +
         "\n      commands=" + in_quotes(joined(words_after(app))) + "\n      ;;\n";
}

std::string bash_script(const CLI::App& app) {
  std::string paths;
  std::string cases;
  for_each_command(app, "", [&](const CLI::App& command, const std::string& path) {
    if (!path.empty()) paths += (paths.empty() ? "" : "|") + in_quotes(path);
    cases += bash_case(command, path);
  });
  return "# bash completion for quotary\n"
         "_quotary() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
         "  local path='' words='' commands='' word\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    case \"${path:+$path }$word\" in\n"
         "      " +
         paths +
         ") path=\"${path:+$path }$word\" ;;\n"
         "    esac\n"
         "  done\n"
         "  case \"$path\" in\n" +
         cases +
         "  esac\n"
         "  if [[ $current == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  elif [[ -n $commands ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$commands\" -- \"$current\"))\n"
         "  else\n"
         "    compopt -o filenames 2>/dev/null\n"
         "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
         "  fi\n"
         "}\n"
         "complete -F _quotary quotary\n";
}

// Zsh's brackets and colons have a meaning of their own.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_option(const CLI::Option& option) {
  std::string out;
  const std::string about = "[" + zsh_text(option.get_description()) + "]";
  const std::vector<std::string> choices = values_of(option);
  std::string argument;
  if (option.get_items_expected_max() > 0) {
    argument = choices.empty() ? ":value:_files" : ":value:(" + joined(choices) + ")";
  }
  for (const std::string& name : names_of(option)) {
    std::string specification = "*";
    specification.append(name).append(about).append(argument);
    out += " \\\n        " + in_quotes(specification);
  }
  return out;
}

std::string zsh_case(const CLI::App& app, const std::string& path) {
  std::string out = "    " + in_quotes(path) + ")\n      _arguments -s";
  for (const CLI::Option* option : options_of(app)) out += zsh_option(*option);
  const std::vector<const CLI::App*> commands = commands_of(app);
  if (commands.empty()) {
    const std::vector<std::string> values = words_after(app);
    const std::string action = values.empty() ? "_files" : "(" + joined(values) + ")";
    return out + " \\\n        " + in_quotes("*:argument:" + action) + "\n      ;;\n";
  }
  std::string choices;
  for (const CLI::App* command : commands) {
    choices += " " + command->get_name() + "\\:" + in_quotes(zsh_text(command->get_description()));
  }
  return out + " \\\n        " + in_quotes("1:command:((" + choices + "))") + "\n      ;;\n";
}

std::string zsh_script(const CLI::App& app) {
  std::string paths;
  std::string cases;
  for_each_command(app, "", [&](const CLI::App& command, const std::string& path) {
    if (!path.empty()) paths += (paths.empty() ? "" : "|") + in_quotes(path);
    cases += zsh_case(command, path);
  });
  return "#compdef quotary\n"
         "_quotary() {\n"
         "  local command='' word\n"
         "  local -i depth=0\n"
         "  for word in \"${(@)words[2,CURRENT-1]}\"; do\n"
         "    case \"${command:+$command }$word\" in\n"
         "      (" +
         paths +
         ") command=\"${command:+$command }$word\"; depth+=1 ;;\n"
         "    esac\n"
         "  done\n"
         "  shift $depth words\n"
         "  (( CURRENT -= depth ))\n"
         "  case \"$command\" in\n" +
         cases +
         "  esac\n"
         "}\n"
         "if [ \"$funcstack[1]\" = \"_quotary\" ]; then _quotary \"$@\"; else compdef _quotary "
         "quotary; "
         "fi\n";
}

std::string fish_condition(const CLI::App& app, const std::string& path) {
  std::string condition;
  if (path.empty()) {
    condition = "__fish_use_subcommand";
  } else {
    std::string word;
    for (const char c : path + " ") {
      if (c != ' ') {
        word += c;
        continue;
      }
      condition += (condition.empty() ? "" : "; and ");
      condition += "__fish_seen_subcommand_from " + word;
      word.clear();
    }
    std::vector<std::string> below;
    for (const CLI::App* command : commands_of(app)) below.push_back(command->get_name());
    if (!below.empty()) {
      condition += "; and not __fish_seen_subcommand_from " + joined(below);
    }
  }
  return " -n " + in_quotes(condition);
}

std::string fish_script(const CLI::App& app) {
  std::string out = "# fish completion for quotary\n";
  for_each_command(app, "", [&](const CLI::App& command, const std::string& path) {
    const std::string start = "complete -c quotary" + fish_condition(command, path);
    for (const CLI::App* below : commands_of(command)) {
      out += start + " -f -a " + below->get_name() + " -d " + in_quotes(below->get_description()) +
             "\n";
    }
    if (commands_of(command).empty() && !words_after(command).empty()) {
      out += start + " -f -a " + in_quotes(joined(words_after(command))) + "\n";
    }
    for (const CLI::Option* option : options_of(command)) {
      out += start;
      for (const std::string& name : option->get_snames()) out += " -s " + name;
      for (const std::string& name : option->get_lnames()) out += " -l " + name;
      const std::vector<std::string> choices = values_of(*option);
      if (!choices.empty()) {
        out += " -x -a " + in_quotes(joined(choices));
      } else if (option->get_items_expected_max() > 0) {
        out += " -r";
      }
      out += " -d " + in_quotes(option->get_description()) + "\n";
    }
  });
  return out;
}

}  // namespace

std::string completion_script(const CLI::App& app, std::string_view shell) {
  if (shell == "bash") return bash_script(app);
  if (shell == "zsh") return zsh_script(app);
  return fish_script(app);
}

void add_completion_command(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("completion", "Print a completion script for your shell")
          ->footer(kCompletionExamples);
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "The shell")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>{"bash", "zsh", "fish"}));
  command->callback([shell, &app, &status] { status = print(completion_script(app, *shell)); });
}

}  // namespace quotary::cli
