/* json.h - JSON as people read it: two blanks a level, a member a line, in the order it is told. */
#ifndef KP2S_REPORT_JSON_H
#define KP2S_REPORT_JSON_H

#include "out.h"

struct json {
    struct out *out;
    int depth;
    bool begun; /* something stands before in this object or array */
};

/* key NULL within an array. The brackets are '{' or '[', and '}' or ']'. */
void json_open(struct json *j, const char *key, char bracket);
void json_close(struct json *j, char bracket);
/* text must be UTF-8. */
void json_text(struct json *j, const char *key, const char *text);
/* The same, left out when text is empty. */
void json_some(struct json *j, const char *key, const char *text);
/* A number as its digits stand. */
void json_number(struct json *j, const char *key, const char *digits);
void json_bool(struct json *j, const char *key, bool value);

#endif
