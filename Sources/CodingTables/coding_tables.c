#include "coding_tables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char patterns[] = {
#embed "tables/patterns.tsv"
};
const size_t coding_patterns_count = sizeof patterns;
const unsigned char *coding_patterns_address(void) { return patterns; }

static const unsigned char words[] = {
#embed "tables/words.tsv"
};
const size_t coding_words_count = sizeof words;
const unsigned char *coding_words_address(void) { return words; }

static const unsigned char states[] = {
#embed "tables/states.tsv"
};
const size_t coding_states_count = sizeof states;
const unsigned char *coding_states_address(void) { return states; }

static const unsigned char bodies[] = {
#embed "tables/bodies.tsv"
};
const size_t coding_bodies_count = sizeof bodies;
const unsigned char *coding_bodies_address(void) { return bodies; }

static const unsigned char leaders[] = {
#embed "tables/leaders.tsv"
};
const size_t coding_leaders_count = sizeof leaders;
const unsigned char *coding_leaders_address(void) { return leaders; }

static const unsigned char verbs[] = {
#embed "tables/verbs.tsv"
};
const size_t coding_verbs_count = sizeof verbs;
const unsigned char *coding_verbs_address(void) { return verbs; }

static const unsigned char cues[] = {
#embed "tables/cues.tsv"
};
const size_t coding_cues_count = sizeof cues;
const unsigned char *coding_cues_address(void) { return cues; }

static const unsigned char prompt[] = {
#embed "tables/prompt.txt"
};
const size_t coding_prompt_count = sizeof prompt;
const unsigned char *coding_prompt_address(void) { return prompt; }
