// A line, and what it says about provenance:
//   KIND people; houses; via; pool; flags
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "provenance/line_reader.h"
#include "quotary/rules.h"

namespace quotary {
namespace {

const ProvenanceKnowledge& knowledge() {
  static const RulePack pack = RulePack::built_in().value();
  static const ProvenanceKnowledge known(pack.data());
  return known;
}

std::string joined(const FoundStatement& found, LinePartKind kind) {
  std::string out;
  for (const LinePart& part : found.parts) {
    if (part.kind != kind) continue;
    if (!out.empty()) out += ", ";
    out += kind == LinePartKind::flag ? std::string(part.code) : part.name;
  }
  return out;
}

std::string told(const std::string& line) {
  LineReader reader(knowledge());
  FoundStatements found;
  reader.read(line, {}, found);
  std::string out;
  for (const FoundStatement& each : found) {
    if (!out.empty()) out += " / ";
    out += name_of(each.kind);
    for (const LinePartKind kind : {LinePartKind::person, LinePartKind::house, LinePartKind::via,
                                    LinePartKind::pool, LinePartKind::flag}) {
      out += (kind == LinePartKind::person ? " " : "; ") + joined(each, kind);
    }
    while (out.ends_with("; ")) out.resize(out.size() - 2);
    while (out.ends_with(' ') || out.ends_with(';')) out.pop_back();
  }
  return out;
}

TEST(Credits, ByTheirLabels) {
  EXPECT_EQ(told("Photo by Lena Ortiz/Reuters"), "credit Lena Ortiz; Reuters");
  EXPECT_EQ(told("The harbour at dawn. Photograph: Anna Brook/Getty Images"),
            "credit Anna Brook; Getty Images");
  EXPECT_EQ(told("(Foto: dpa)"), "credit ; dpa");
  EXPECT_EQ(told("Illustration: Sarah Lind/Axios"), "credit Sarah Lind; Axios; ; ; illustration");
  EXPECT_EQ(told("photo: tidewatcher via Unsplash"), "credit tidewatcher; ; Unsplash");
  EXPECT_EQ(told("Image: The mayor has agreed a deal with the port."), "");
}

TEST(Credits, GluedToTheirCaption) {
  EXPECT_EQ(told("The harbour in 2031.Photograph: Anna Brook/Getty Images"),
            "credit Anna Brook; Getty Images");
  EXPECT_EQ(told("The debt could grow in 2031.CreditCreditAnna Brook/EPA, via Shutterstock"),
            "credit Anna Brook; EPA; Shutterstock");
  EXPECT_EQ(told("The square in the rain.Anna Brook/Anadolu via Getty Images"),
            "credit Anna Brook; Anadolu; Getty Images");
}

TEST(Credits, ChainsPoolsAndFlags) {
  EXPECT_EQ(told("Ana Brook meets Ole Strand in Marston, Sept. 4, 2031. (Irina Belova, Sputnik, "
                 "Palace Pool Photo via AP)"),
            "credit Irina Belova; Sputnik; AP; Palace Pool; pool");
  EXPECT_EQ(told("The plant. (AP Photo/Anna Brook, File)"),
            "credit Anna Brook; AP Photo; ; ; file");
  EXPECT_EQ(told("Harbour Works/Handout via REUTERS"),
            "credit ; Harbour Works; REUTERS; ; handout");
  EXPECT_EQ(told("Anna Brook/Pool via REUTERS/File Photo"),
            "credit Anna Brook; ; REUTERS; Pool; pool, file");
  EXPECT_EQ(told("The whales. THE CANADIAN PRESS/HO-Ocean Club, Anna Brook, *MANDATORY CREDIT*"),
            "credit Anna Brook; THE CANADIAN PRESS, Ocean Club; ; ; handout, mandatory_credit");
  EXPECT_EQ(told("Courtesy of Anna Brook"), "credit Anna Brook; ; ; ; courtesy");
}

TEST(Credits, SurnamesInCapitalsAndHousesFirst) {
  EXPECT_EQ(told("(Photo by Anna BROOK / AFP)"), "credit Anna BROOK; AFP");
  EXPECT_EQ(told("REUTERS/Anna Brook"), "credit Anna Brook; REUTERS");
  EXPECT_EQ(told("picture alliance/Anna Brook/dpa"), "credit Anna Brook; picture alliance, dpa");
}

TEST(Credits, NotInProseOrNavigation) {
  EXPECT_EQ(told("The statement came via Telegram."), "");
  EXPECT_EQ(told("Share via Email"), "");
  EXPECT_EQ(told("A Reuters/Ipsos poll found that most agreed with the mayor."), "");
  EXPECT_EQ(told("Photos: Weather around the world"), "");
  EXPECT_EQ(told("The draw arrived courtesy of a mutual agreement."), "");
  EXPECT_EQ(told("Credit card debt has grown again"), "");
}

TEST(Credits, LabelledInOtherLanguages) {
  EXPECT_EQ(told("Fotografía de Pilar Brook"), "credit Pilar Brook");
  EXPECT_EQ(told("Photographie : Anna Brook"), "credit Anna Brook");
  EXPECT_EQ(told("Scatto di Anna Brook"), "credit Anna Brook");
  EXPECT_EQ(told("Foto cedida por Anna Brook"), "credit Anna Brook; ; ; ; provided");
  EXPECT_EQ(told("Фото: Anna Brook/Reuters"), "credit Anna Brook; Reuters");
  EXPECT_EQ(told("Foto: Gendarmerie nationale"), "credit ; Gendarmerie nationale");
  EXPECT_EQ(told("Bild: Kapo Marstal"), "credit ; Kapo Marstal");
  EXPECT_EQ(told("Zdroj: Polícia Marstal"), "credit ; Polícia Marstal");
  EXPECT_EQ(told("Photo: Police officers at the bridge"), "");
}

TEST(Credits, HandedOnInASecondClause) {
  EXPECT_EQ(told("Photo by Anna Brook; distributed by Harbour Images"),
            "credit Anna Brook; Harbour Images");
  EXPECT_EQ(told("Photo: Anna Brook/Reuters; released by the Marston Zoo"),
            "credit Anna Brook; Reuters, Marston Zoo; ; ; handout");
}

TEST(Credits, OfOneWordAfterTheLabel) {
  EXPECT_EQ(told("Photo: Nordlicht"), "credit ; Nordlicht");
  EXPECT_EQ(told("Photo: Tessa"), "credit Tessa");
  EXPECT_EQ(told("Photo: Florence"), "credit ; Florence");
  EXPECT_EQ(told("Photo: Problem"), "");
}

TEST(Credits, OfHousesThatNobodyKnows) {
  EXPECT_EQ(told("NORDLICHT-BILD/Anna Brook"), "credit Anna Brook; NORDLICHT-BILD");
  EXPECT_EQ(told("FOTO: Blažo Brook/Nordlicht"), "credit Blažo Brook; Nordlicht");
  EXPECT_EQ(told("Foto: Anna Brook, ABC Marstal"), "credit Anna Brook; ABC Marstal");
  EXPECT_EQ(told("REUTERS/Anna Brook/nym."), "credit Anna Brook; REUTERS");
  EXPECT_EQ(told("(Photo courtesy of PIA Marstal)"), "credit ; PIA Marstal; ; ; courtesy");
  EXPECT_EQ(told("– The Marstal Insight pic by Anna Brook"),
            "credit Anna Brook; The Marstal Insight");
  EXPECT_EQ(told("— The White House (@WhiteHouse) May 4, 2031"), "");
  EXPECT_EQ(told("Foto EL MARTE/Anna Brook"), "credit Anna Brook; EL MARTE");
  EXPECT_EQ(told("Foto: Profimedia, ilustrační"), "credit ; Profimedia");
  EXPECT_EQ(told("Supplied / Demand"), "");
  EXPECT_EQ(told("Photo Anna Brook/L'Aurore Nouvelle"), "credit Anna Brook; L'Aurore Nouvelle");
  EXPECT_EQ(told("ANNA BROOK/OBSERVADOR"), "credit ANNA BROOK; OBSERVADOR");
  EXPECT_EQ(told("Фото: Anna Brook / «Харбор»"), "credit Anna Brook; Харбор");
  EXPECT_EQ(told("(Foto Anna Brook / Il Messaggero)"), "credit Anna Brook; Il Messaggero");
  EXPECT_EQ(told("Foto: Consell de Marstal"), "credit ; Consell de Marstal");
  EXPECT_EQ(told("Photo: Nordlicht/Natnael Brook"), "credit Natnael Brook; Nordlicht");
  EXPECT_EQ(told("Courtesy, Courage, Calm"), "");
}

TEST(Credits, OfOfficesAndFamilies) {
  EXPECT_EQ(told("Courtesy of the Harrow family"), "credit ; Harrow family; ; ; courtesy");
  EXPECT_EQ(told("Photo: Marston police"), "credit ; Marston police");
  EXPECT_EQ(told("Smoke rose for hours. (Marston Fire Department)"),
            "credit ; Marston Fire Department");
  EXPECT_EQ(told("Smoke rose for hours. (Marston PD)"), "credit ; Marston PD");
  EXPECT_EQ(told("Smoke rose over the Fire Department (Marston)"), "");
  EXPECT_EQ(told("Image source, Marston Fire & Rescue"), "credit ; Marston Fire & Rescue");
  EXPECT_EQ(told("(Image: Supplied by family)"), "credit ; ; ; ; provided");
  EXPECT_EQ(told("The square after the flood. (Contributed)"), "credit ; ; ; ; provided");
  EXPECT_EQ(told("Handout photo issued by the Marston Trust."),
            "credit ; Marston Trust; ; ; handout");
  EXPECT_EQ(told("MARSTON FC/HANDOUT"), "credit ; MARSTON FC; ; ; handout");
  EXPECT_EQ(told("Foto: Cortesía Alcaldía de Marstal"),
            "credit ; Alcaldía de Marstal; ; ; courtesy");
}

TEST(Credits, BehindASentenceOrForAPaper) {
  EXPECT_EQ(told("A creek runs orange. Anna Brook / Marston Signal"),
            "credit Anna Brook; Marston Signal");
  EXPECT_EQ(told("The square at dawn. | Anna Brook / Marston Gazette"),
            "credit Anna Brook; Marston Gazette");
  EXPECT_EQ(told("Anna Brook for The Marston Tribune"), "credit Anna Brook; Marston Tribune");
  EXPECT_EQ(told("Anna Brook for the win"), "");
  EXPECT_EQ(told("(Anna Brook, Marston Daily Star)"), "credit Anna Brook; Marston Daily Star");
  EXPECT_EQ(told("ABC Marstal: Anna Brook"), "credit Anna Brook; ABC Marstal");
  EXPECT_EQ(told("ABC Marstal: Flood warning"), "");
  EXPECT_EQ(told("Action Images via Reuters/Anna Brook"),
            "credit Anna Brook; Action Images; Reuters");
  EXPECT_EQ(told("Mandatory Credit: Photo by Anna Brook/Shutterstock (10987c)"),
            "credit Anna Brook; Shutterstock; ; ; mandatory_credit");
  EXPECT_EQ(told("Public Health / Rural Hospitals / Budget"), "");
  EXPECT_EQ(told("Anchors/Comets, 8 p.m. (ESPN)"), "");
}

TEST(Credits, OfEditionsAndArrangements) {
  EXPECT_EQ(told("Photo: Anna Brook/Guardian Nigeria"), "credit Anna Brook; Guardian Nigeria");
  EXPECT_EQ(told("Courtesy photo | Marston Historical Society"),
            "credit ; Marston Historical Society; ; ; courtesy");
  EXPECT_EQ(told("Photo | Courtesy"), "credit ; ; ; ; courtesy");
  EXPECT_EQ(told("Photo Credit: Special Arrangement"), "credit ; ; ; ; provided");
  EXPECT_EQ(told("Special arrangement made for voters with disabilities"), "");
  EXPECT_EQ(told("Photo | Policy | Contact"), "");
  EXPECT_EQ(told("By PTI, New Delhi"), "byline ; PTI");
}

TEST(Credits, OfFilesAndFirms) {
  EXPECT_EQ(told("Photo: Reuters/Anna Brook/Files"), "credit Anna Brook; Reuters; ; ; file");
  EXPECT_EQ(told("Rendering courtesy of Strand & Holm Architects"),
            "credit ; Strand & Holm Architects; ; ; courtesy");
  EXPECT_EQ(told("Composite image: Anna Brook/Getty Images"),
            "credit Anna Brook; Getty Images; ; ; composite");
}

TEST(Credits, OfHousesInAChainAreNoHeadings) {
  EXPECT_EQ(told("Picture: Anna Brook / NewsWire"), "credit Anna Brook; NewsWire");
  EXPECT_EQ(told("Netflix/Kobal/Shutterstock"), "credit ; Netflix, Kobal, Shutterstock");
  EXPECT_EQ(told("Stuff / Things / More"), "");
}

TEST(Credits, OfOrganisationsInOneWord) {
  EXPECT_EQ(told("Foto: Wasserpolizei Marstal"), "credit ; Wasserpolizei Marstal");
  EXPECT_EQ(told("Foto: Anna Brook, ML DNES"), "credit Anna Brook; ML DNES");
  EXPECT_EQ(told("Foto: Especial"), "credit ; ; ; ; provided");
  EXPECT_EQ(told("Especial: 20 años del puente"), "");
  EXPECT_EQ(told("Foto: Captura de video"), "credit ; ; ; ; video");
}

TEST(Syndication, OfNonprofits) {
  EXPECT_EQ(told("This story was co-published with the Marston Ledger."),
            "syndication ; Marston Ledger");
  EXPECT_EQ(told("This article was produced for ProPublica’s Local Reporting Network in "
                 "partnership with Marston Current."),
            "syndication ; ProPublica, Marston Current");
  EXPECT_EQ(told("This story first appeared in the Marston Ledger and is shared through a "
                 "partnership with the Harbour News Network."),
            "syndication ; Marston Ledger, Harbour News Network");
  EXPECT_EQ(told("Marston Reflector is part of States Newsroom, a network of newsrooms."),
            "syndication ; Marston Reflector");
  EXPECT_EQ(told("This story comes from a reporting partnership with Marston Radio and NPR."),
            "syndication ; Marston Radio, NPR");
}

TEST(Datelines, WithACountryInBrackets) {
  EXPECT_EQ(told("Marstal (España), 4 mar (EFE).- El puerto ha sido cerrado este lunes."),
            "dateline ; EFE");
  EXPECT_EQ(told("ST. JOHN'S, N.L. — The harbour will be closed on Tuesday, the mayor said."),
            "dateline");
  EXPECT_EQ(
      told("DEAR ANNA — My sister will not give back my boat and says that she never had it."), "");
}

TEST(Bylines, FromSomebodySomewhere) {
  EXPECT_EQ(told("From Anna Brook, Paris"), "byline Anna Brook");
  EXPECT_EQ(told("From Anna Brook in Paris"), "byline Anna Brook");
  EXPECT_EQ(told("Dal nostro inviato Anna Brook"), "byline Anna Brook");
  EXPECT_EQ(told("De nuestra corresponsal Anna Brook, Marstal"), "byline Anna Brook");
  EXPECT_EQ(told("From Russia, China"), "");
  EXPECT_EQ(told("From Paris, with love"), "");
  EXPECT_EQ(told("From Ann Arbor, Michigan"), "");
}

TEST(Bylines, NamesHousesAndRoles) {
  EXPECT_EQ(told("By Anna Brook and Joon Pak, CNN"), "byline Anna Brook, Joon Pak; CNN");
  EXPECT_EQ(told("By Anna Brook | Special to the Marston Ledger"),
            "byline Anna Brook; Marston Ledger; ; ; special");
  EXPECT_EQ(told("Von Hanna Lindner, dpa"), "byline Hanna Lindner; dpa");
  EXPECT_EQ(told("(Reporting by Anna Brook in Marston; Editing by Ole Strand)"),
            "byline Anna Brook, Ole Strand");
  EXPECT_EQ(told("By using this site you agree to its terms"), "");
  EXPECT_EQ(told("By the numbers:"), "");
}

TEST(Bylines, KnowWhatEachPersonDid) {
  LineReader reader(knowledge());
  FoundStatements found;
  reader.read("(Reporting by Anna Brook in Marston; Writing by Joon Pak; Editing by Ole Strand)",
              {}, found);
  ASSERT_EQ(found.size(), 1U);
  std::vector<std::string> roles;
  for (const LinePart& part : found[0].parts) {
    if (part.kind == LinePartKind::person) roles.emplace_back(part.code);
  }
  EXPECT_EQ(roles, (std::vector<std::string>{"reporting", "writing", "editing"}));
  EXPECT_EQ(joined(found[0], LinePartKind::place), "Marston");
}

TEST(Datelines, PlacesDatesAndAgencies) {
  EXPECT_EQ(told("HARLOW FALLS, Ore. (AP) — The bridge opened on Monday."), "dateline ; AP");
  EXPECT_EQ(told("PORTO NOVO/THE HAGUE, Jan 5 (Reuters) - Prices rose again."),
            "dateline ; Reuters");
  EXPECT_EQ(told("OSTROVSK, January 12. /TASS/. The plant was closed."), "dateline ; TASS");
  EXPECT_EQ(told("(CNN) -- The storm came at night."), "dateline ; CNN");
  EXPECT_EQ(told("Hamburg (dpa/lno) – Der Hafen bleibt geschlossen."), "dateline ; dpa, lno");
  EXPECT_EQ(told("HARLOW FALLS, Barbados, CMC – The leaders will meet."), "dateline ; CMC");
  EXPECT_EQ(told("NUKU'ALOFA: The kingdom reopened its port on Saturday."), "dateline");
  EXPECT_EQ(told("HARLOW FALLS — The council met on Monday and agreed on a plan."), "dateline");
  EXPECT_EQ(told("NATO said the talks — long delayed — would resume."), "");
  EXPECT_EQ(told("UPDATE — The council met on Monday and agreed on a plan."), "");
}

TEST(Datelines, NotWhatHasItsNameFromATown) {
  EXPECT_EQ(told("LONDON BRIDGE - The crowd walked over the river to the market."), "");
  EXPECT_EQ(told("CHICAGO BULLS - They won two games in a row and lost the third."), "");
  EXPECT_EQ(told("THE LONDON MARATHON - Thousands ran through the streets on Sunday."), "");
  EXPECT_EQ(told("PARIS HEIGHTS — The council met on Monday and agreed on a plan."), "dateline");
  EXPECT_EQ(told("THE HAGUE — The council met and agreed on a plan for the port."), "dateline");
}

TEST(Notices, ContributionsAndCopyright) {
  EXPECT_EQ(
      told("Associated Press writers Anna Brook in Marston and Ole Strand contributed to this "
           "report."),
      "contribution Anna Brook, Ole Strand; Associated Press");
  EXPECT_EQ(told("This article includes reporting from The Associated Press"),
            "contribution ; The Associated Press");
  EXPECT_EQ(told("© 2031 The Canadian Press"), "wire_copyright ; The Canadian Press");
  EXPECT_EQ(told("Heavy rain contributed to the flood."), "");
  EXPECT_EQ(told("The-CNN-Wire™ & © 2031 Cable News Network. All rights reserved."),
            "wire_copyright ; Cable News Network, CNN-Wire");
  EXPECT_EQ(told("RIPRODUZIONE RISERVATA © Copyright ANSA"), "wire_copyright ; ANSA");
  EXPECT_EQ(told("(C) Yonhap News Agency. All Rights Reserved"),
            "wire_copyright ; Yonhap News Agency");
  EXPECT_EQ(told("Com Agência Marston"), "contribution ; Agência Marston");
}

TEST(Notices, SyndicationAndDisclaimers) {
  EXPECT_EQ(told("This article originally appeared on The Atlantic."),
            "syndication ; The Atlantic");
  EXPECT_EQ(told("This article is reprinted from a post I made to Harbourlog."),
            "syndication ; Harbourlog");
  EXPECT_EQ(told("The original version of this article appeared on Harbourlog."),
            "syndication ; Harbourlog");
  EXPECT_EQ(told("This article is republished under a partnership agreement with RNZ."),
            "syndication ; RNZ");
  EXPECT_EQ(told("Distributed by hand, the paper reached every village."), "");
  EXPECT_EQ(told("This story has been updated with new figures."), "correction");
  EXPECT_EQ(told("声明：转载此文是出于传递更多信息之目的，如有侵权请联系我们，我们将及时删除。"),
            "repost_disclaimer");
}

TEST(Notices, DisclaimersClauseByClause) {
  LineReader reader(knowledge());
  FoundStatements found;
  reader.read(
      "The copyright of this story belongs to its author. It does not constitute any financial "
      "advice. We will remove it on request.",
      {}, found);
  ASSERT_EQ(found.size(), 1U);
  std::string codes;
  for (const NoticeClause& clause : found[0].clauses) codes += std::string(clause.code) + " ";
  EXPECT_EQ(codes, "copyright_with_author no_investment_advice correct_or_delete ");
}

TEST(Notices, RightsAsTerms) {
  LineReader reader(knowledge());
  FoundStatements found;
  reader.read(
      "Copyright 2031 The Associated Press. All rights reserved. This material may not be "
      "published, broadcast, rewritten or redistributed.",
      {}, found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].year, "2031");
  std::string actions;
  for (const RightsTerm& term : found[0].terms) {
    EXPECT_TRUE(term.prohibited);
    actions += std::string(term.action) + " ";
  }
  EXPECT_NE(actions.find("distribute"), std::string::npos);
  EXPECT_NE(actions.find("modify"), std::string::npos);
}

TEST(LinesTest, AnAddressThatBeginsWithAnAccentEnds) {
  EXPECT_NE(told("Photo: \xC3\xA9lan@harbourpost.example"), "hangs");
}

}  // namespace
}  // namespace quotary
