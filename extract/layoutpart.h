/* layoutpart.h - the keys of a layout's file while it is read, which layout.c and layoutfields.c share. */
#ifndef KP2S_LAYOUTPART_H
#define KP2S_LAYOUTPART_H

#include "layout.h"

/* One key with its continuation lines. */
struct entry {
    struct str section, key, value;
    int line;
};

struct parser {
    struct arena *a;
    struct layout *l;
    struct entry *entry;
    size_t entries, room;
    bool required_given, drift_given;
};

/* Reads a key of its section; a fault names what is wrong, the caller adds file and line. */
typedef bool section_fn(struct parser *p, const struct entry *entry, struct err *e);

/* "WHAT: [section] key"; false. */
bool layout_fault(const struct entry *entry, struct err *e, const char *what);
/* What stands behind the first word of a section: "E10" of [group E10]. */
struct str layout_section_name(const struct entry *entry);
bool layout_variants(struct parser *p, const struct entry *entry, struct variants *v, struct err *e);
/* Index of a field of the layout's kind; -1 with e filled when there is none. */
int layout_field_of(const struct layout *l, struct str name, struct err *e);
/* Which of two or three words it is, from 0. */
bool layout_choice(const struct entry *entry, const char *const word[3], int *choice, struct err *e);

/* The sections that say where fields come from. */
section_fn layout_read_title, layout_read_sheet_name, layout_read_file_name, layout_read_column,
    layout_read_constant, layout_read_required, layout_read_fill, layout_read_words, layout_read_filter,
    layout_read_states, layout_read_group;
/* Finishes the groups once all keys are read. */
bool layout_check_groups(struct layout *l, struct err *e);

#endif
