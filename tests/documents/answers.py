"""Answers that one applicant gave, with the traps of real ones: lines that look like labels, marks that editors change."""

FILLER = "We planned the change together and looked at what the pupils could do before and after it."

ANSWERS = {
    "name": "Priya O'Neill-Nair",
    "post": "Head of Mathematics",
    "school": "Hazelbank Primary School",
    "school_address": "1 Orchard Lane\nHazelbank\nHB1 2CD",
    "telephone": "01632 960123",
    "email": "p.nair@hazelbank.example",
    "head_name": "Owen Brooks",
    "head_email": "head@hazelbank.example",
    "years": "5",
    "specialism": "Mathematics",
    "second_specialism": "English",
    # Lines that begin like labels of the form, and are none.
    "question_1": "I lead mathematics across the school.\n"
    "Name the outcome: better.\nSchool improvement has been my focus.\nPost-16 links: none yet.",
    "question_2": "Two. " * 20,
    # A dash by itself is no word.
    "question_3": "Coaching – three; peer-to-peer.",
    # Over the limit, and to be told so: 301 words.
    "question_4": " ".join((FILLER.split() * 20)[:301]),
    "question_5": "Five & <five> [five] *five*.",
    "declaration": "yes",
    "declaration_date": "12 March 2027",
}

WORDS = {"question_1": 20, "question_2": 20, "question_3": 3, "question_4": 301, "question_5": 4}
