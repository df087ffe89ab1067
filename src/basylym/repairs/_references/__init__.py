"""A list of references as typed -> its entries, and of each entry the fields that surely stand in it.

``lists`` finds the lists; ``numbers`` and ``openings`` tell which of their lines open an entry, ``weights``
by the ``habits`` that entries have in common; ``ends`` knows what stands behind a list.
``cuts`` parts an entry, ``entries`` reads one; ``gost`` and ``western`` know how styles set it, and there is
one file for each kind of work that is described in a way of its own.
"""
