/**
 * English given names and what people call those who bear them, put together by us. One line is one family of names:
 * the full name in its spellings, then what is made of it.
 */
const families = `
abigail abby gail abbie
abraham abe bram
adelaide addie heidi
agnes aggie nessa
albert al bert bertie
alexander alex al lex sandy sasha xander zander alec
alexandra alex lexi sandra sandy sasha ali alexa
alfred al fred alfie freddy
alice ali allie
allison/amanda mandy manda
amelia millie amy mia
andrew andy drew
andrea andi andie drea
angela angie angel
anthony tony ant
antoinette toni nettie
antonio tony toni tonio
archibald archie
arnold arnie
arthur art artie
augustus gus augie
barbara barb barbie babs
bartholomew bart
beatrice bea trixie bee
benjamin ben benny benji
bernard bernie
bernadette bernie detta
bradley brad
brandon bran
brenda bren
bridget bridie biddy
calvin cal
camille cami millie
carolyn/caroline/carol carrie lyn
cassandra cass cassie sandra
catherine/katherine/kathryn/kathleen cathy kathy kate katie kat kit kitty cat
cecilia cece celia cissy
charles charlie chuck chas chaz
charlotte charlie lottie char
christina/christine chris chrissy tina kristina kris kristy
christopher chris kit topher
clarence clare
clifford cliff
clinton clint
constance connie
cornelius neil corny
courtney court
curtis curt
cynthia cindy
daniel dan danny
danielle dani
david dave davey
deborah debra deb debbie
delores dolores lola
dennis denny
dominic dom nick
donald don donnie
dorothy dot dottie dolly
douglas doug
edward ed eddie ted teddy ned
edwin ed eddie win
eleanor ellie nell nora lenny
elizabeth liz lizzy beth betsy betty eliza libby lisa elsie bess lillibet
emily em emmy millie
emmanuel manny
ernest ernie
esther essie
eugene gene
evelyn eve evie lynn
ezekiel zeke
felicia licia
florence flo flossie
frances fran frannie francie
francis frank fran
francisco paco pancho frank cisco
franklin frank
frederick fred freddy rick fritz
gabriel gabe
gabriela/gabrielle gabby
genevieve gen jenny
george georgie
gerald jerry gerry
gilbert gil bert
gregory greg
guadalupe lupe
guillermo memo
gwendolyn gwen wendy
harold hal harry
harriet hattie
helen nell nellie
henry hank harry
herbert herb bert
hezekiah hez ky
hortense tensie
howard howie
hubert hugh bert
ignacio nacho
isaac ike zac
isabel/isabella bella izzy belle
jacob jake jay
jacqueline jackie
james jim jimmy jamie jay
janet jan
jasmine jaz jazz
jason jay jase
javier javi
jeffrey jeff
jennifer jen jenny jenna
jeremiah jerry jem
jerome jerry rome
jessica jess jessie
jesus chuy chucho
joanna/joan jo
john johnny jack jock
jonathan jon jonny nathan
jose pepe joe joey
joseph joe joey jo
josephine jo josie
joshua josh
joyce joy
juan juancho
judith judy
julia julie jules
justin jus
karen kari
kenneth ken kenny
kimberly kim kimmie
lawrence/laurence larry
leonard leo len lenny
leroy roy lee
leslie les
lillian lily lil
louis lou louie
louise lou lulu
lucille lucy lu
luis lucho
madeline maddie
malcolm mal
manuel manny manolo
marcus marc mark
margaret maggie meg peg peggy marge margie greta rita daisy
maria mari mia
marjorie marge margie
martha marty patty
martin marty
mary molly polly mae mamie
matthew matt matty
maxwell max
maximilian max
megan meg
melanie mel
melissa mel missy lissa
melvin mel
michael mike mikey mick mickey
michelle shelly mickey chelle
mildred millie
miranda randi mandy
mitchell mitch
mohammed/muhammad mo
montgomery monty
nancy nan
natalie nat
natasha tasha nat
nathaniel nathan nate nat
nicholas nick nicky nico
nicole nicky nikki
norman norm
oliver ollie
olivia liv livvy
oscar ozzie
pamela pam
patricia pat patty tricia trish
patrick pat paddy
penelope penny
percival percy
peter pete
philip/phillip phil pip
phyllis phyl
priscilla cilla prissy
prudence pru
rachel rach
ramon monchi
randall randy
raphael rafael rafe rafa
raymond ray
rebecca becky becca
reginald reggie reg
richard rich rick ricky dick richie
robert rob robbie bob bobby bert
roberta bobbie robbie
roberto beto
roderick rod roddy
rodney rod
roger rodge
roland rollie
ronald ron ronnie
rosalind/rosalyn roz rose
rosemary rose rosie
roxanne roxy
russell russ rusty
samantha sam sammy
samuel sam sammy
sarah/sara sally sadie
savannah savvy
sebastian seb bastian
sharon shari
shirley shirl
sidney syd sid
solomon sol
sophia sophie
spencer spence
stanley stan
stephanie steph stevie
stephen/steven steve stevie
stuart stu
susan/suzanne sue susie suzy
sylvester sly
sylvia syl
tabitha tabby
teresa/theresa terry tess tessa reese
terrence terry
thaddeus thad tad
theodore ted teddy theo
theodora theo dora
thomas tom tommy
timothy tim timmy
tobias toby
travis trav
tyrone ty
ursula ursa
valerie val
vanessa nessa
veronica ronnie roni vera
victor vic
victoria vicky tori
vincent vin vinnie vince
violet vi
virginia ginny ginger
vivian viv
wallace wally
walter walt wally
wesley wes
wilbur will
wilhelmina mina billie minnie
william will bill billy willy liam
winifred winnie freddie
xavier zavi
yolanda yoli
yvonne vonnie
zachary zach zack
zebulon zeb
`;

interface Family {
  /** The full name, in each of its spellings. */
  readonly heads: readonly string[];
  readonly names: ReadonlySet<string>;
}
const familiesOf = new Map<string, Family[]>();
for (const line of families.trim().split("\n")) {
  const [heads = "", ...short] = line.split(" ");
  const family = { heads: heads.split("/"), names: new Set([...heads.split("/"), ...short]) };
  for (const name of family.names) familiesOf.set(name, [...(familiesOf.get(name) ?? []), family]);
}

/**
 * What somebody of this given name (folded) may also be called. Only the full name at the head of a line leads to all of it: a William may be
 * a Bill, but a Bert is not every Robert's Bob, so a short form leads back to the names it stands for and no further.
 */
export const nicknamesOf = (given: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const family of familiesOf.get(given) ?? []) {
    const reached = family.heads.includes(given) ? family.names : family.heads;
    for (const name of reached) found.add(name);
  }
  found.delete(given);
  return found;
};
