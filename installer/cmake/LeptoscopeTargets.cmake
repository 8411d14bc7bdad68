# What every target of the house shares: language, warnings, sanitizers, Qt's definitions, and the shapes
# "a room of core", "a test". A source file is found by its place: a room grows by adding a file, not a list entry.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
# A file that includes Torch takes up to 1.5 GB; never more than two at a time.
set_property(GLOBAL PROPERTY JOB_POOLS torch_pool=2)

add_library(lepto_options INTERFACE)
target_include_directories(lepto_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(lepto_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor>)
if(LEPTOSCOPE_WERROR)
  target_compile_options(lepto_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
if(LEPTOSCOPE_SANITIZE)
  target_compile_options(lepto_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(lepto_options INTERFACE -fsanitize=address,undefined)
endif()
if(LEPTOSCOPE_FUZZ)
  set(watchful -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_compile_options(lepto_options INTERFACE ${watchful})
  target_link_options(lepto_options INTERFACE ${watchful})
endif()

if(LEPTOSCOPE_DESKTOP)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql Gui Widgets Charts Svg Test LinguistTools)
  add_library(lepto_qt INTERFACE)
  target_link_libraries(lepto_qt INTERFACE lepto_options Qt6::Core)
  target_compile_definitions(lepto_qt INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_DEPRECATED_WARNINGS)
endif()

# lepto_library(NAME LINK ...): a static library of all sources in this folder.
function(lepto_library name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${ARG_LINK})
endfunction()

# lepto_room(NAME LINK ...): core_NAME, a room of core. Its link list is its arrows.
function(lepto_room name)
  lepto_library(core_${name} ${ARGN})
  set_target_properties(core_${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(core_${name} PUBLIC lepto_qt ml_base)
endfunction()

# lepto_resources(TARGET FOLDER ENDING): every resources/FOLDER/*.ENDING becomes :/FOLDER/*.ENDING of TARGET, so that a rule, a runbook or
# a migration is added by adding a file.
function(lepto_resources target folder ending)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/${folder}/*.${ending})
  set(entries "")
  foreach(file ${files})
    get_filename_component(name ${file} NAME)
    string(APPEND entries "    <file alias=\"${name}\">${file}</file>\n")
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${folder}.qrc
    CONTENT "<RCC>\n  <qresource prefix=\"/${folder}\">\n@entries@  </qresource>\n</RCC>\n" @ONLY)
  qt_add_resources(compiled ${CMAKE_CURRENT_BINARY_DIR}/${folder}.qrc)
  target_sources(${target} PRIVATE ${compiled})
endfunction()

# lepto_yaml(TARGET): strict YAML files are read through yaml-cpp, whose package names its target differently over its versions.
function(lepto_yaml target)
  find_package(yaml-cpp REQUIRED)
  if(TARGET yaml-cpp::yaml-cpp)
    target_link_libraries(${target} PRIVATE yaml-cpp::yaml-cpp)
  else()
    target_link_libraries(${target} PRIVATE yaml-cpp)
  endif()
endfunction()

# lepto_test_on_postgresql(NAME): the same test once more, over a PostgreSQL of its own in place of SQLite.
function(lepto_test_on_postgresql name)
  add_test(NAME ${name}_postgresql COMMAND ${name})
  get_test_property(${name} ENVIRONMENT environment)
  set_tests_properties(${name}_postgresql PROPERTIES TIMEOUT 300 ENVIRONMENT "${environment};LEPTOSCOPE_TEST_BACKEND=postgresql"
    SKIP_REGULAR_EXPRESSION "skipped: no PostgreSQL")
endfunction()

# lepto_test(NAME LINK ...): the Qt Test NAME.cpp, run offscreen, in UTC, under a locale with a decimal comma where there is one.
function(lepto_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LINK" ${ARGN})
  add_executable(${name} ${name}.cpp)
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${name} PRIVATE lepto_qt Qt6::Test ${ARG_LINK})
  target_compile_definitions(${name} PRIVATE LEPTOSCOPE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" LEPTOSCOPE_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;LEPTOSCOPE_SHARED=$ENV{LEPTOSCOPE_SHARED}")
endfunction()
