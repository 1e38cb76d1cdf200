/* Forms of the remaining agencies: food, fishery, agriculture, religion, information; the general form. */
#include "form.h"

const struct form forms_others[] = {
    {0},
};
