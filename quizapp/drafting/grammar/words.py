"""The words that the rules know: verbs and their forms, first names, offices, little words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written with spaces between them."""
    return frozenset(text.split())


_IRREGULAR = """
arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent bent|bid bid bid|bind bound bound|blow blew blown|break broke broken|breed bred bred
bring brought brought|broadcast broadcast broadcast|build built built|burn burned burned
buy bought bought|catch caught caught|choose chose chosen|come came come|cost cost cost
cut cut cut|deal dealt dealt|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed fed|fight fought fought|find found found|fly flew flown
forbid forbade forbidden|forget forgot forgotten|freeze froze frozen|get got got|give gave given
go went gone|grow grew grown|hear heard heard|hide hid hidden|hit hit hit|hold held held
keep kept kept|know knew known|lay laid laid|lead led led|learn learned learned|leave left left
lend lent lent|let let let|lie lay lain|lose lost lost|make made made|mean meant meant
meet met met|overcome overcame overcome|overtake overtook overtaken|pay paid paid|put put put
quit quit quit|read read read|ride rode ridden|rise rose risen|run ran run|say said said
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken
shed shed shed|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut
sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent
split split split|spread spread spread|stand stood stood|steal stole stolen|strike struck struck
swear swore sworn|sweep swept swept|swim swam swum|take took taken|teach taught taught
tear tore torn|tell told told|think thought thought|throw threw thrown
undergo underwent undergone|understand understood understood|undertake undertook undertaken
wear wore worn|win won won|withdraw withdrew withdrawn|withstand withstood withstood
write wrote written
"""
_REGULAR = """
abandon accept account accuse achieve acknowledge acquire add address admit adopt advise affect
agree aim allow amend analyse analyze announce appeal appear apply appoint approve argue arrest
arrive ask assess attack attend attract award back ban base beat begin believe belong benefit
block boast boost borrow bounce call campaign cancel carry cause celebrate challenge change charge
chase claim climb close collapse collect combine comment commission commit compare compete
complain complete comprise conclude condemn conduct confirm connect consider consist contain
continue contract contribute control convert cooperate count cover crash create criticise
criticize cross damage debut decide declare decline defeat defend delay deliver demand deny depart
deploy describe design destroy detain detect determine develop die disappear discover discuss
dismiss donate double download drop earn edge elect eliminate emerge employ enable end endorse
enjoy enter erupt escape establish estimate evacuate exceed exclude expand expect expel explain
explode explore export express extend face fail file fine finance finish fire focus force form
found fund gain generate grant greet halt handle happen head help hire honour honor host hurt
identify impose import improve include increase indicate infect inform inject injure insist
inspect install intend introduce invade invest investigate invite involve issue join jump kick
kill knock lack land last launch license lift link list live locate look lower maintain manage
manufacture mark match measure mediate merge monitor move name negotiate note notify nominate
number observe obtain occupy occur offer open operate oppose order organise organize oust overhaul
oversee own pass paint pick plan plant play plead pledge plummet plunge point post postpone praise
predict prepare present preserve press prevent produce prohibit project promise promote propose
protect protest prove provide publish pull purchase push qualify question raise range rank rate
reach react receive recall recognise recognize recommend record recover reduce refer reflect
refuse regain register reject relate release rely remain remove renew rename repair repeat replace
reply report represent request require rescue research reserve resign resolve respond restore
restrict result resume retain retire retreat return reveal reverse review revise rule sail save
scan schedule score scrap search secure seize separate serve settle share shift sign slide slip
slow slump smash soar solve sponsor stage star start state stay step stop store strengthen stress
study submit succeed sue suffer suggest supply support surge surpass surprise surrender survey
survive suspect suspend switch target tax test tie top total touch tour trade train transfer
transform transport travel treat trigger triple try tumble turn unveil update urge use value veto
view visit voice vote vow wait walk want warn watch weaken weigh welcome widen work worry shove
skip vouch complain wage level shape spot trap wound rally retaliate accelerate accompany
accumulate activate adapt adjust advance advise advocate affirm aid alert allocate alter
anticipate assemble assist assume assure attach attempt auction await bar battle bid blame boycott
brand brief broker bury calculate calm capture cast cease centre certify chair characterise cite
clash classify clear coincide commemorate compile compose concede concern condemn contain contest
convict coordinate cope criticise cure curb date debate dedicate deem deepen define delegate
depend deport deprive derail derive designate detail deteriorate devastate differ dip disclose
discourage dispatch display dispute disrupt distribute divert divide document dominate draft ease
embrace emphasise encounter encourage enforce engage enhance enlist ensure entitle envisage equal
evaluate evolve examine execute exhibit exist experience exploit fear feature flee flood fly
forecast forge formulate foster free fuel fulfil function gather govern grab graduate guarantee
guide harm head highlight hinder hit hope house illustrate implement imprison incorporate initiate
inspire instruct insure integrate intend intensify interview invent lag lament lie lobby lodge
long mandate map mark mobilise mount mourn narrow near nominate object obstruct originate outline
outnumber outpace pack peak penetrate phase pilot pioneer plead position possess pour practise
predate prefer prevail probe proceed process prompt propel prosecute pump pursue quit rebound
rebuild reckon reconsider refine relocate remember rely reopen repay reserve reshape resist
restart restructure retract reunite revive revoke revolutionise reward roll ruin rush sack
sanction satisfy scale scour select sentence serve shelter shell shut signal simplify sit slash
smuggle spark specialise specify speed stabilise stem stimulate stretch strip struggle substitute
subtract supplement suppress surrender surround sustain swap tackle tend terminate test thank
threaten tighten torch trace track trail transmit underline undermine unify unite unlock uphold
upgrade utilise vaccinate vary vanish violate wane waive warm weather wipe witness yield contend
centre counter sideline enrol enroll
"""
_DOUBLED = frozenset(
    (
        "admit",
        "ban",
        "commit",
        "control",
        "drop",
        "expel",
        "knit",
        "occur",
        "plan",
        "prefer",
        "refer",
        "scan",
        "scrap",
        "slip",
        "slim",
        "step",
        "stop",
        "star",
        "submit",
        "transfer",
        "top",
        "equip",
        "permit",
        "rob",
        "cancel",
        "travel",
    )
)

REPORTING = listed(
    """said says told tells added adds insisted insists explained explains noted notes warned
    warns argued argues stated states declared declares announced announces claimed claims
    stressed stresses commented comments admitted admits acknowledged acknowledges confirmed
    confirms wrote writes replied replies concluded concludes continued recalled recalls
    remarked observed asked asks predicted predicts suggested suggests tweeted joked vowed
    promised urged emphasised emphasized reiterated pointed"""
)

FIRST_NAMES = listed(
    """Aaron Abdul Abdullah Abigail Adam Adrian Ahmed Ajay Alan Albert Alejandro Alex Alexander
    Alexandra Alexei Alfred Ali Alice Alison Allen Amanda Amir Amy Ana Anders Andrea Andreas
    Andrei Andrew Andy Angela Anita Anna Anne Anthony Antonio Antony Arnold Arthur Ashley
    Barack Barbara Barry Ben Benjamin Bernard Bernie Bill Bob Boris Brad Brandon Brett Brian
    Bruce Bryan Carl Carla Carlo Carlos Carol Caroline Catherine Cathy Charles Charlie
    Charlotte Chris Christian Christina Christine Christopher Claire Clare Claudia Colin Craig
    Cristina Dan Daniel Daniela Danny David Dean Deborah Dennis Derek Diana Diane Diego Dilma
    Dmitri Dmitry Don Donald Donna Doris Doug Douglas Duncan Ed Edward Elena Eli Elizabeth
    Ellen Emily Emma Emmanuel Eric Erik Ernest Eva Evan Fatima Felix Fernando Fiona Frances
    Francesco Francis Francisco Francois Frank Franz Fred Frederick Gabriel Gary Geoffrey
    George Georgia Gerald Gerard Gerhard Giovanni Giorgio Glenn Gordon Graham Grace Greg
    Gregory Guy Hannah Hans Harold Harry Hassan Heather Helen Helena Henri Henry Howard Hugh
    Hugo Ian Igor Ingrid Irene Isaac Isabel Ismail Ivan Jack Jacob Jacques Jake James Jamie
    Jan Jane Janet Jason Javier Jay Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jerry Jesse
    Jessica Jill Jim Jimmy Joan Joe Joel Johan Johannes John Johnny Jon Jonathan Jordan Jorge
    Jose Josef Joseph Josh Joshua Joyce Juan Judith Judy Julia Julian Julie Julio Jun Justin
    Kamal Karen Karl Kate Katherine Kathleen Kathryn Kathy Katie Keith Kelly Ken Kenneth Kevin
    Kim Klaus Kofi Kristin Kurt Kyle Larry Laura Lauren Laurent Lawrence Lee Leo Leonard
    Leonid Leslie Lewis Liam Linda Lisa Liu Lloyd Lorenzo Louis Louise Lucas Lucy Luis Luigi
    Luke Lynn Malcolm Marc Marcel Marco Marcus Margaret Maria Marie Mario Marion Marisa Mark
    Marlene Martha Martin Mary Matt Matteo Matthew Maurice Max Megan Mehmet Melanie Melissa
    Michael Michel Michelle Miguel Mike Mikhail Milan Mitch Mohamed Mohammad Mohammed Moritz
    Muhammad Mustafa Nancy Naomi Narendra Natalie Natasha Nathan Neil Nelson Nicholas Nick
    Nicola Nicolas Nicole Nigel Nikita Nikolai Noah Norman Olaf Oleg Olga Oliver Olivia Omar
    Oscar Otto Pablo Pamela Paolo Pat Patricia Patrick Paul Paula Pauline Pedro Peter Petra
    Phil Philip Philippe Phillip Pierre Rachel Rafael Rahul Raj Ralph Ramon Raymond Rebecca
    Recep Renee Ricardo Richard Rick Rob Robert Roberto Robin Rodrigo Roger Roland Roman Ron
    Ronald Rosa Rose Ross Roy Rupert Russell Ruth Ryan Sabine Sally Sam Samantha Samuel Sandra
    Sara Sarah Scott Sean Sebastian Serge Sergei Sergey Sergio Shane Sharon Shaun Sheila Simon
    Sofia Sonia Sophia Sophie Stanley Stefan Stella Stephanie Stephen Steve Steven Stuart Sue
    Susan Suzanne Sven Svetlana Sylvia Tara Ted Teresa Terry Theodore Theresa Thomas Tim
    Timothy Tina Todd Tom Tomas Tommy Tony Tracy Tyler Ursula Valerie Vanessa Vera Veronica
    Vicky Victor Victoria Vikas Vikram Vincent Viktor Vivian Vladimir Volodymyr Walter Warren
    Wayne Wendy Werner Will William Wolfgang Xavier Xi Yasmin Yuri Yusuf Yvonne Zachary Zoe"""
)

OFFICES = listed(
    """president premier chancellor minister secretary chairman chairwoman chair chairperson
    spokesman spokeswoman spokesperson director governor mayor senator congressman
    congresswoman ambassador king queen prince princess emperor pope archbishop bishop
    cardinal commissioner chief head leader founder co-founder cofounder owner manager coach
    captain editor professor scientist economist analyst researcher engineer biologist
    physicist astronomer chemist doctor meteorologist oceanographer ecologist geologist author
    writer actor actress singer director producer lawyer attorney judge prosecutor general
    admiral colonel commander envoy negotiator administrator executive officer ceo cfo
    coordinator adviser advisor aide treasurer principal dean rector striker goalkeeper
    midfielder defender quarterback astronaut historian curator superintendent sheriff
    inspector vice-president lawmaker creator legislator deputy candidate representative trainer
    climatologist epidemiologist virologist psychologist sociologist activist campaigner"""
)
TITLES = listed(
    """Mr Mrs Ms Miss Dr Sir Lord Lady Dame Prof Professor President Premier Chancellor Minister
    Secretary Gov Governor Sen Senator Rep Mayor King Queen Prince Princess Pope Gen General
    Col Colonel Capt Captain Lt Sgt Rev Judge Justice Chairman Chief Officer Ambassador Coach"""
)

LITTLE = listed(
    """a an the this that these those it its he she they we you i his her their our my your him
    them us and or but nor so yet if when while as than because since although though after
    before until unless whether where who whom whose which what how why of in on at by for
    with from to into onto over under above below between among through during about against
    across along around behind beside besides beyond despite down inside near off out outside
    past per plus toward towards up upon via within without is are was were be been being am
    do does did doing have has had having will would can could shall should may might must not
    no yes there here now then also just only even still too very more most much many few
    several some any all both each every either neither other another such same own one two
    three four five six seven eight nine ten meanwhile however moreover therefore thus instead
    indeed perhaps maybe later earlier today yesterday tomorrow tonight again once ago already
    recently currently previously finally first second third last next new old according amid
    following including despite like unlike"""
)

PRONOUNS = listed("he she they it we i you him them us this that these those who")
OWNED = listed("his her their its our my your")


class Forms(NamedTuple):
    """A verb's forms: the base, the past, the participle and the third person."""

    base: str
    past: str
    participle: str
    third: str


@lru_cache(maxsize=1)
def bases() -> frozenset[str]:
    """The base forms of the verbs that are known."""
    return frozenset(row.base for row in verbs().values())


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return f"{base}{base[-1]}ed" if base in _DOUBLED else base + "ed"


def third_person(base: str) -> str:
    """The third person singular of a verb."""
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


@lru_cache(maxsize=1)
def verbs() -> dict[str, Forms]:
    """Every finite or participle form that is known, with its verb."""
    irregular = [
        tuple(one.split()) for line in _IRREGULAR.strip().splitlines() for one in line.split("|")
    ]
    rows = [Forms(base, past, part, third_person(base)) for base, past, part in irregular]
    known = {row.base for row in rows}
    rows += [
        Forms(base, _past(base), _past(base), third_person(base))
        for base in _REGULAR.split()
        if base not in known
    ]
    rows.append(Forms("have", "had", "had", "has"))
    found: dict[str, Forms] = {}
    for row in reversed(rows):
        for form in (row.third, row.participle, row.past):
            found[form] = row
    return found
