"""Articles of our own on dated, public facts, for the rules to draft from."""

from datetime import date

MOON_DAY = date(1969, 7, 21)
MOON = """Apollo 11 lands on the Moon

HOUSTON, Texas - Apollo 11 landed on the Moon on Sunday, the National Aeronautics and Space \
Administration (NASA) said.

US President Richard Nixon called Neil Armstrong and Buzz Aldrin by telephone from Washington.

"That's one small step for man, one giant leap for mankind," Neil Armstrong said on the surface.

NASA was founded in 1958. The agency spent about $24 billion on the Apollo programme.

Michael Collins stayed in orbit. He currently circles the Moon alone.

The Soviet Union launched Sputnik in 1957, and the United States followed with Explorer last decade.

Read more: the race to the Moon

Photo: NASA/Getty Images
"""

UNION_DAY = date(2013, 7, 2)
UNION = """Croatia joins the European Union

Croatia joined the European Union (EU) on Monday. The EU has 28 member states.

The country became the second of the former Yugoslav republics to join, after Slovenia.

The Benelux countries (Belgium, Netherlands, Luxembourg) were among its founders.

European Commission President José Manuel Barroso welcomed the new member in Zagreb.

About 4.3 million people live in Croatia, according to the national statistics office. \
Unemployment rose by 2 percent last year.

The Council of the European Union, which currently has ten configurations, meets in Brussels.
"""
