/* The headers of a web server: whatever they say, a name is harmless and nothing that is remembered breaks
 * its line. */
#include "fuzz.h"

#include "answer.h"

static void check_text(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        FUZZ_CHECK((unsigned char)s.ptr[i] >= 0x20 && s.ptr[i] != 0x7F);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct answer answer = {.start = -1};
    struct str rest = {(const char *)data, size};
    while (rest.len > 0)
        answer_header(&answer, &a, str_cut(&rest, '\n'));
    check_text(answer.etag);
    check_text(answer.modified);
    check_text(answer_tag(&answer));
    struct str name = answer_name(&a, answer.name);
    check_text(name);
    FUZZ_CHECK(name.len > 0 && name.len <= 200 && name.ptr[0] != '.');
    FUZZ_CHECK(!memchr(name.ptr, '/', name.len) && !memchr(name.ptr, '\\', name.len));
    FUZZ_CHECK(str_utf8(&a, name).ptr == name.ptr); /* is valid already */
    FUZZ_CHECK(answer.start >= -1);
    arena_done(&a);
    return 0;
}
