"""Two states of the wording → what changed, in words.

Who reads a comparison, and what for:

- The **Steuergruppe of a school** has a decided Konzept that names a Fassung. It has a quarter of
  an hour and one question: must we do anything? It reads the summary, then the standards for which
  the school answers, ticks off what is only editorial, and puts the rest on the agenda of its next
  meeting with old and new text side by side. It quotes the number of the standard.
- The **working group** looks at draft and Fassung in force: does the draft say what we decided, and
  only that? It copies the Synopse into the council paper, fills in the reasons, and answers the
  schools' question before they ask it.

Both are misled by a wrong label more than by none. So a change is called tighter or looser only
where a rule that is written down in :mod:`macros.compare.strictness` says so; where no rule fits,
the kind is „geändert, bitte lesen“.

A comparison reads plain data (:mod:`macros.model.wordings`) and knows no files, no mkdocs.
"""
