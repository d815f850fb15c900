# Shell completions, written by the program itself, installed where shells look for them.
set(completions ${PROJECT_BINARY_DIR}/completions)
set(written "")
foreach(pair bash:quotary zsh:_quotary fish:quotary.fish)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 shell)
  list(GET pair 1 file)
  add_custom_command(OUTPUT ${completions}/${shell}/${file}
                     COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}/${shell}
                     COMMAND quotary_cli completion ${shell} > ${completions}/${shell}/${file}
                     DEPENDS quotary_cli VERBATIM)
  list(APPEND written ${completions}/${shell}/${file})
endforeach()
add_custom_target(completions ALL DEPENDS ${written})

install(FILES ${completions}/bash/quotary
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/zsh/_quotary DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completions}/fish/quotary.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
