// What the articles of the benchmarks are made of: `symbol: alternative / alternative`, in which
// {symbol} is replaced by one of its alternatives. Symbols in capitals are made by articles.cc:
// FULL, LAST, HE, WHO, ROLE are the person who speaks, OTHER another one of the cast, and CAP(...)
// begins with a capital.
#pragma once

#include <string_view>

namespace quotary::bench {

inline constexpr std::string_view kGrammar = R"(
plain: CAP({np}) {pastvp}. / CAP({np}) {pastvp}, and {np} {pastvp}. / {time}, {np} {pastvp}. / CAP({np}) {pastvp} {time2}, {linker} {np} {pastvp}. / The {noun}, which {pastvp} {time2}, {pastvp}. / More than {NUMBER} {plural} {pastplural} {place2} after {np} {pastvp}. / {OTHER} {pastvp} {time2}. / {LAST} {pastvp} {place2} {time2}. / Nearly {NUMBER} {plural} in {TOWN} and {TOWN} {pastplural}, {linker} {np} {pastvp}. / The {adj} {noun}'s {noun} {pastvp}; {np} {pastvp}. / There were {NUMBER} {plural} {place2}, {NUMBER} more than {time2}. / In {TOWN}, a {noun} of {NUMBER} people, {np} {pastvp}. / It is the {ordinal} time since {YEAR} that {np} {pastvp}.

direct: "{speech}," {WHO} {said}. / "{speech}," {said} {FULL}, {appos}. / "{speech}," {WHO} {said} {occasion}. "{speech}." / "{speech}," {LAST} {said}. "{speech}. {speech}." / {WHO} {said}: "{speech}." / "{speech}," {HE} told {medium} {time2}. / “{speech},” {LAST} {said}. “{speech}.” / {LAST}, {appos}, {said}, "{speech}." / "{speech}?" {LAST} asked. / Asked about {np}, {HE} {said}: "{speech}." / "{speech}," {said} {OTHER}. / "{speech}, {linker} {clause}," {HE} added.

mixed: {WHO} called {np} "{adj} and {adj}" {occasion}. / {LAST} {said} that {np} was "{adj}" and that {clause}. / {WHO} described {np} as "a {adj} {noun}." / CAP({HE}) {said} {np} {would} "{basevp}" {linker} {clause}. / {FULL} accused {np} of "{gerund}," {linker} {clause}. / {LAST} vowed to "{basevp}" {time3}. / CAP({HE}) promised "a {adj} {noun}" for {TOWN}. / According to {LAST}, {np} {pastvp} "{place2}." / The {noun} {pastvp}, {LAST} {said}, in "{adj}" {plural}.

indirect: {WHO} {said} that {clause}. / {WHO} {said} {clause}. / {LAST} {said} {clause} {time2}. / CAP({clause}), {WHO} {said}. / According to {FULL}, {clause}. / According to {np}, {clause}. / {group} {saidp} that {clause}, {linker} {clause}. / {group} {saidp} {clause}. / CAP({np}) {pastvp}, {group} {saidp}. / {LAST} warned that {clause}. / CAP({HE}) added that {clause}. / CAP({HE}) denied that {clause}. / {FULL}, {appos}, {believed} that {clause}. / {OTHER} told {medium} that {clause}. / {ORG} {said} in a statement that {clause}. / {LAST} promised to {basevp} {time3}. / {LAST} urged {np} to {basevp}. / {LAST} is expected to {basevp} {time3}, {linker} {group} hope to {basevp}. / CAP({HE}) refused to {basevp}. / The {noun} {pastvp} {time2}, a {noun} {said}. / {LAST}'s claim that {clause} was {adj}. / A pledge to {basevp} came from {ORG} {time2}.

headline: {LAST}: {np} {pastvp} / {TOWN} {plural} {pastplural} after {np} {pastvp} / {LAST} says {clause} / What the {adj} {noun} means for {TOWN}
caption: {FULL}, {appos}, {place2}. ({agencyname}/{agencyname} Photo) / The {adj} {noun} in {TOWN} {time2}. Photo: {agencyname}

clause: {np} {pastvp} / {np} {would} {basevp} / {np} {would} {basevp} {time3} / {np} had {participle} / there {was} {adj} {plural} {place2} / {np}, {linker} {np} {pastvp}, {would} {basevp} / the {adj} {noun} {was} {participle} {agent} / {plural} in {TOWN} {would} {basevp} / it {would} cost {NUMBER} million {money} / {NUMBER} percent of {plural} {pastplural}
speech: We will {basevp} {time3} / I have never seen {np} like this / It's {adj}, and it isn't {adj} / You can't {basevp} without {np} / {np2} {pastvp}, and {np} {pastvp} / This is {adj} / They don't {basevp}; they {basevp} / We're {gerund} {place2} / If we don't {basevp}, {clause} / I'm not going to {basevp} just because {clause} / My {noun} {pastvp}, and that's {adj} / Nobody {pastvp} / There's no {noun} in {TOWN} / What we need is {np} / I think {clause} / People here remember that {clause} / Our {plural} {pastplural} / It's about {np}, not about {np}

np: the {noun} / the {adj} {noun} / a {adj} {noun} / the {noun}'s {noun} / {TOWN}'s {noun} / {plural} / {adj} {plural} / the {noun} of the {noun} / the {plural} {place2} / {ORG} / the {noun} in {TOWN} / {NUMBER} {plural} / the {adj}, {adj} {noun} / the {noun} {agent} / its {adj} {noun} / his {noun} / her {noun}
np2: The {noun} / The {adj} {noun} / Our {plural} / Their {noun} / That {noun} / Every {noun}
pastvp: {past} {np} / {past} the {noun} / {past} {np} {place2} / {past} {np} {time2} / {past} {adverb} / {adverb} {past} the {noun} / {pasti} {place2} / {pasti} {time2} / {was} {participle} {agent} / {was} {adj} / {was} {adverb} {adj} / {pasti} by {NUMBER} percent / {past} {np} and {past} {np}
pastplural: {past} {np} / {pasti} {place2} / were {participle} {agent} / {pasti} {time2}
basevp: {base} {np} / {base} the {noun} / {base} {np} {place2} / {base} {np} and {base} {np} / {base} the {adj} {noun}
gerund: {ger} {np} / {ger} the {noun} / {ger} the {adj} {noun}
participle: {pp} / {adverb} {pp} / {pp} {time2}
agent: by {np3} / by {np3} {time2} / {place2}
np3: the {noun} / the {adj} {noun} / {ORG} / {plural}

said: said / said / said / said / said / said / added / noted / explained / insisted / argued / told reporters / conceded / recalled / wrote
saidp: said / said / said / say / added / warned / argued / reported / believe / acknowledged
believed: believes / thinks / hopes / fears / knows / doubts / argues / maintains
would: would / will / could / should / might / must / may
was: was / was / is
linker: because / while / but / although / as / so / after / before / even though / whereas
occasion: at a news conference / in an interview / during a debate in {TOWN} / in a statement / on Friday / at a rally {time2} / in a speech to {plural}
medium: reporters / {agencyname} / the {adj} {noun} / a {noun} in {TOWN} / {agencyname} on Monday
group: Officials / Critics / Residents / Police / The ministry / Analysts / Two officials who asked not to be named / Lawyers for {ORG} / The company / Prosecutors / Researchers at {ORG} / Campaigners / Several senators / The report / {ORG}
agencyname: Meridian Press / the Harbour Wire / Norden News / the Daily Ledger / Channel Six / the Valley Courier
appos: {ROLE} of {ORG} / a {adj} {noun} / who {pastvp} / {AGE} / a former {ROLE} / the {noun}'s {ROLE} / whose {noun} {pastvp}

time: On Monday / Last week / In {YEAR} / By {month} / For {NUMBER} days / Earlier this year / Two hours later / After {np} {pastvp} / Since {month} / At the weekend / Despite {np}
time2: on Tuesday / last year / in {month} / a week ago / on {month} {DAY} / overnight / this week / in {YEAR} / for months / early on Sunday / within {NUMBER} days
time3: next year / by {month} / soon / before the end of {YEAR} / in the coming weeks / until {month} / tomorrow
place2: in {TOWN} / near the {noun} / outside the {noun} / across the {adj} {noun} / at the {noun} / in the {noun} of {TOWN} / on the {adj} {noun} / north of {TOWN} / between {TOWN} and {TOWN} / under the {noun}
month: January / February / March / April / June / July / August / September / October / November / December
ordinal: second / third / fourth / fifth / sixth / tenth
money: dollars / euros / pounds / crowns

noun: council / bridge / ministry / river / hospital / school / budget / court / election / committee / harbour / factory / union / border / railway / forest / museum / parliament / pipeline / village / station / treaty / campaign / farm / airport / regulator / bank / market / law / bill / plan / proposal / report / study / survey / investigation / inquiry / hearing / meeting / agreement / contract / tax / levy / tariff / pension / strike / protest / march / storm / flood / drought / fire / harvest / fishery / mine / quarry / dam / reactor / grid / network / satellite / laboratory / vaccine / treatment / clinic / nurse / doctor / teacher / driver / farmer / engineer / officer / judge / lawyer / mayor / governor / senator / neighbour / owner / manager / director / board / company / firm / start-up / agency / office / department / army / navy / police force / coalition / opposition / party / majority / delegation / embassy / summit / conference / deal / dispute / decision / ruling / sentence / verdict / appeal / charge / arrest / record / statement / letter / speech / newspaper / broadcaster / website / archive / library / theatre / stadium / team / coach / season / league / trophy / road / tunnel / tower / square / street / suburb / district / province / region / island / coast / valley / mountain / desert / lake / climate / weather / economy / industry / trade / price / wage / rent / debt / loan / mortgage / share / fund / grant / donation / charity / church / family / child / generation / crowd / audience / witness / victim / suspect / survivor
plural: workers / farmers / voters / residents / students / teachers / nurses / patients / families / drivers / engineers / officials / ministers / senators / lawmakers / judges / lawyers / companies / banks / investors / owners / tenants / neighbours / tourists / soldiers / officers / protesters / supporters / opponents / critics / experts / scientists / researchers / doctors / children / parents / women / men / people / migrants / refugees / ships / trains / buses / cars / lorries / houses / homes / schools / hospitals / shops / factories / farms / fields / rivers / roads / bridges / villages / towns / jobs / wages / prices / rents / taxes / talks / sanctions / elections / votes / seats / reports / figures / documents / letters / emails / photographs / records / cases / complaints / lawsuits / charges / arrests / deaths / injuries / storms / floods / fires / plans / rules / laws / limits / cuts / delays / repairs / supplies / weapons / drugs / machines / computers / phones
adj: new / old / large / small / local / national / foreign / federal / public / private / common / rare / early / late / long / short / high / low / strong / weak / clear / doubtful / fair / unfair / cheap / expensive / legal / illegal / safe / dangerous / quiet / loud / bitter / gentle / angry / hopeful / serious / minor / major / urgent / slow / rapid / sudden / gradual / recent / former / ancient / modern / rural / urban / northern / southern / eastern / western / central / coastal / disputed / damaged / empty / crowded / broken / frozen / unexpected / unprecedented / controversial / temporary / permanent / independent / voluntary / mandatory / industrial / agricultural / medical / scientific / military / political / economic / environmental / historic / popular / unpopular / reckless / shameful / remarkable / ordinary / complicated / simple / honest / secret / joint / separate / annual / monthly / 12-year-old / long-running / cross-border / low-lying / state-owned / well-known
adverb: quickly / slowly / quietly / openly / largely / partly / already / never / still / again / narrowly / sharply / barely / finally / reportedly / unanimously / repeatedly / eventually / abruptly / gradually
past: rejected / approved / delayed / backed / opposed / built / closed / opened / reopened / repaired / damaged / replaced / abandoned / sold / bought / leased / funded / cut / raised / lowered / doubled / halved / changed / reviewed / examined / investigated / questioned / criticised / praised / welcomed / ignored / defended / attacked / protected / joined / left / led / followed / surprised / angered / divided / united / warned / informed / visited / toured / crossed / reached / missed / passed / blocked / lifted / imposed / extended / suspended / cancelled / postponed / signed / broke / kept / won / lost / shared / published / leaked / hid / found / removed / restored / cleared / searched / seized / returned / sent / received / carried / delivered / served / treated / trained / hired / dismissed / paid / charged / sued / cleared / convicted / fined / released
pasti: fell / rose / stalled / collapsed / met / gathered / marched / waited / stopped / resumed / ended / began / continued / failed / succeeded / arrived / slipped / grew / shrank / recovered / suffered / struggled
base: reject / approve / delay / back / oppose / build / close / open / repair / replace / abandon / sell / buy / fund / cut / raise / lower / double / change / review / examine / investigate / question / protect / join / leave / lead / follow / visit / cross / block / lift / impose / extend / suspend / cancel / sign / keep / win / share / publish / hide / find / remove / restore / search / return / send / carry / deliver / serve / treat / train / hire / pay / sue / release / support / trust / blame / fight / save / finish
ger: rejecting / delaying / building / closing / opening / repairing / replacing / abandoning / selling / buying / funding / cutting / raising / changing / hiding / blocking / ignoring / protecting / leaving / leading / paying / losing / wasting / spending
pp: rejected / approved / delayed / built / closed / reopened / repaired / damaged / replaced / abandoned / sold / bought / funded / cut / raised / changed / reviewed / questioned / protected / blocked / extended / suspended / cancelled / signed / published / found / removed / restored / seized / released / agreed / destroyed / planned
role: mayor / chairman / spokeswoman / spokesman / director / minister / deputy minister / lawyer / professor / president / chief executive / union leader / coach / treasurer / secretary / commissioner / researcher / analyst / general
title: Mayor / Minister / Deputy Minister / President / Gov. / Sen. / Rep. / Gen. / Dr. / Prof. / Judge / Commissioner / Prime Minister / Secretary / Mr. / Chief Inspector / Lt.
male: Anton / Bruno / Carl / David / Emil / Felix / George / Henry / Ivan / James / John / Karl / Leo / Mark / Michael / Nils / Oscar / Paul / Peter / Robert / Samuel / Stefan / Thomas / Tim / Victor / Walter / William / Juan / Ahmed / Rashid / Kenji / Wei
female: Ann / Anna / Beatrice / Carla / Clara / Diana / Elena / Emma / Eva / Fatima / Grace / Hannah / Ilse / Irene / Jane / Joan / Julia / Karen / Laura / Lucia / Maria / Martha / Mary / Nina / Olga / Paula / Rosa / Ruth / Sarah / Sofia / Teresa / Yuki
start: Al / Bar / Bel / Car / Cor / Dal / Dor / El / Fal / Gar / Hal / Har / Ing / Jor / Kal / Kel / Lan / Lor / Mar / Mel / Mor / Nor / Ol / Par / Pel / Quin / Ran / Ros / Sal / Sel / Tam / Tor / Ul / Val / Ver / Wal / Wes / Yar / Zel
middle: a / e / i / o / an / er / in / or / ar / ett / ing / ow / er / al
end: berg / bury / by / dale / din / feld / ford / gate / ham / hurst / ick / ison / kov / land / ley / man / mere / mouth / nell / ova / ric / sen / ski / son / stad / ton / vale / vić / wick / wood / worth / ström
orgend: Council / Institute / Group / University / Party / Union / Bank / Ministry / Association / Alliance / Corp. / Foundation / Police / Hospital / Institute of Technology / Farmers' Union / Trust
)";

}  // namespace quotary::bench
