#ifndef CODING_TABLES_H
#define CODING_TABLES_H

#include <stddef.h>

// The tables of words, actors and patterns of EventCoding, as bytes in the binary, so that an
// installed binary needs no file beside it. The tables themselves are the .tsv files.
extern const size_t coding_patterns_count;
const unsigned char *coding_patterns_address(void);
extern const size_t coding_words_count;
const unsigned char *coding_words_address(void);
extern const size_t coding_states_count;
const unsigned char *coding_states_address(void);
extern const size_t coding_bodies_count;
const unsigned char *coding_bodies_address(void);
extern const size_t coding_leaders_count;
const unsigned char *coding_leaders_address(void);
extern const size_t coding_verbs_count;
const unsigned char *coding_verbs_address(void);
extern const size_t coding_cues_count;
const unsigned char *coding_cues_address(void);
extern const size_t coding_prompt_count;
const unsigned char *coding_prompt_address(void);

#endif
