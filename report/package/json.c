#include "json.h"

#include <stdio.h>
#include <string.h>

static void raw(struct json *j, const char *text)
{
    out_write(j->out, text, strlen(text));
}

static void quoted(struct json *j, const char *text)
{
    raw(j, "\"");
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        char escaped[8] = {(char)c};
        if (c == '"' || c == '\\')
            snprintf(escaped, sizeof escaped, "\\%c", c);
        else if (c == '\n')
            snprintf(escaped, sizeof escaped, "\\n");
        else if (c < 0x20)
            snprintf(escaped, sizeof escaped, "\\u%04x", c);
        raw(j, escaped);
    }
    raw(j, "\"");
}

/* The place where the next member stands. */
static void line(struct json *j)
{
    raw(j, "\n");
    for (int i = 0; i < j->depth; i++)
        raw(j, "  ");
}

static void member(struct json *j, const char *key)
{
    if (j->begun)
        raw(j, ",");
    if (j->depth > 0)
        line(j);
    j->begun = true;
    if (key) {
        quoted(j, key);
        raw(j, ": ");
    }
}

void json_open(struct json *j, const char *key, char bracket)
{
    member(j, key);
    raw(j, (const char[]){bracket, '\0'});
    j->depth++;
    j->begun = false;
}

void json_close(struct json *j, char bracket)
{
    j->depth--;
    if (j->begun)
        line(j);
    raw(j, (const char[]){bracket, '\0'});
    j->begun = true;
    if (j->depth == 0)
        raw(j, "\n");
}

void json_text(struct json *j, const char *key, const char *text)
{
    member(j, key);
    quoted(j, text);
}

void json_some(struct json *j, const char *key, const char *text)
{
    if (*text)
        json_text(j, key, text);
}

void json_number(struct json *j, const char *key, const char *digits)
{
    member(j, key);
    raw(j, digits);
}

void json_bool(struct json *j, const char *key, bool value)
{
    member(j, key);
    raw(j, value ? "true" : "false");
}
