import Domain
import Reference
import Testing

@Suite struct LabelTests {
    let facts = Fixtures.facts

    @Test("A theme is found under the labels of three generations and of UPR Info")
    func themes() {
        #expect(facts.theme(labelled: "A12 Acceptance of international norms") == ["ratification"])
        #expect(facts.theme(labelled: "Acceptance of international norms") == ["ratification"])
        #expect(facts.theme(labelled: "Ratification of & accession to international instruments") == ["ratification"])
        #expect(facts.theme(labelled: "International instruments") == ["ratification"])
        #expect(facts.theme(labelled: " Participation of women in political & public life ") == ["women-public-life"])
        #expect(facts.theme(labelled: "- Budget &resources (for human rights implementation)") == ["budget"])
        #expect(facts.theme(labelled: "Education of unicorns").isEmpty)
    }

    @Test("One label may stand for several themes, or for a theme and persons")
    func severalCodes() {
        #expect(
            facts.theme(labelled: "Freedom of association and peaceful assembly") == [
                "peaceful-assembly", "freedom-of-association",
            ])
        #expect(facts.theme(labelled: "Women's rights") == ["advancement-of-women"])
        #expect(facts.person(labelled: "Women's rights") == ["women-girls"])
        #expect(facts.person(labelled: "Migrants & domestic workers") == ["migrants", "domestic-workers"])
    }

    @Test("Codes and names of themes and persons resolve to themselves")
    func codes() {
        for theme in facts.themes { #expect(facts.theme(labelled: theme.code).contains(theme.code)) }
        for person in facts.persons { #expect(facts.person(labelled: person.code).contains(person.code)) }
        #expect(facts.name(ofTheme: "death-penalty", in: .french) == "Peine de mort")
        #expect(facts.name(ofPerson: "roma", in: .english) == "Roma, Gypsies, Sinti & Travellers")
        #expect(facts.name(ofTheme: "no-such-theme", in: .english) == nil)
    }

    @Test(
        "Goals and targets are read from labels",
        arguments: [
            ("16.3 - Promote the rule of law", "16.3"), ("16.10 - Ensure access", "16.10"),
            ("1.a - Mobilize resources", "1.a"),
            ("5 - GENDER EQUALITY", "5"), ("SDG 5", "5"), ("Goal 16", "16"), ("Target 8.7", "8.7"), ("16.3", "16.3"),
            ("Gender equality", "5"), ("Égalité entre les sexes", "5"), ("零饥饿", "2"), ("1.A", "1.a"),
        ])
    func goals(label: String, code: String) {
        #expect(facts.sdg(labelled: label) == code)
    }

    @Test("What is no goal resolves to none", arguments: ["", "18 - Space", "16.99 - Nothing", "2019", "peace"])
    func noGoal(label: String) {
        #expect(facts.sdg(labelled: label) == nil)
    }

    @Test(
        "Mechanisms are found under acronym, long name and UHRI's label",
        arguments: [
            ("- CRC", "crc"), ("Committee on the Rights of the Child", "crc"), ("CRC-OP-SC", "crc"), ("CCPR", "ccpr"),
            ("Human Rights Committee", "ccpr"), ("UPR", "upr"), ("EPU", "upr"), ("SR Torture", "sp-torture"),
            ("IE  Albinism", "sp-albinism"), ("WG Arbitrary detention", "sp-arbitrary-detention"),
            ("CEACR", "ilo-ceacr"),
            ("SR on the situation of human rights in Myanmar", "sp-country-mmr"), ("ECRI", "regional-ecri"),
            ("Комитет против пыток", "cat"), ("消除对妇女歧视委员会", "cedaw"), ("Committee on Migrant Workers", "cmw"),
        ])
    func mechanisms(name: String, code: String) {
        #expect(facts.mechanism(named: name) == MechanismCode(code))
    }

    @Test(
        "The mechanism is read from a document's symbol",
        arguments: [
            ("CRC/C/PER/CO/6-7", "crc"), ("CRC/C/OPSC/PRT/CO/1", "crc"), ("E/C.12/BOL/CO/3", "cescr"),
            ("CAT/OP/PRY/2", "spt"),
            ("CAT/C/ARM/CO/4", "cat"), ("A/HRC/WG.6/34/SVN/1", "upr"), ("A/HRC/AC/20/2", "advisory-committee"),
        ])
    func mechanismOfSymbol(symbol: String, code: String) throws {
        #expect(facts.mechanism(ofSymbol: try #require(DocumentSymbol(symbol))) == MechanismCode(code))
    }

    @Test("A symbol of many bodies names none", arguments: ["A/HRC/43/15", "DEMO/CRC/1", "CRC", "A/68/1"])
    func noMechanismOfSymbol(symbol: String) throws {
        #expect(facts.mechanism(ofSymbol: try #require(DocumentSymbol(symbol))) == nil)
    }

    @Test("Treaties are found by acronym and name, and their status keeps what is not known apart")
    func treaties() {
        #expect(facts.treaty(named: "ICCPR") == "iccpr")
        #expect(facts.treaty(named: "Convention against Torture") == "cat")
        #expect(facts.treaty(named: "儿童权利公约") == "crc")
        #expect(facts.status(of: StateCode("DZA"), treaty: "icerd") == .party(year: 1972))
        #expect(facts.status(of: StateCode("USA"), treaty: "crc") == .signatory)
        #expect(facts.status(of: StateCode("DZA"), treaty: "op2-iccpr") == .noAction)
        #expect(facts.status(of: StateCode("PSE"), treaty: "crc") == .notLoaded)
        #expect(facts.status(of: StateCode("SVN"), treaty: "no-such-treaty") == .notLoaded)
    }

    @Test("Identifiers of the UHRI interface stand for codes that exist")
    func identifiers() {
        #expect(facts.uhri("5DE2D533-80be-44d9-8087-4acc3ea1c454") == UHRIIdentifier(kind: .sdg, code: "4"))
        #expect(facts.uhri("277ced3b-743d-465c-ae4a-135b32a7fe85")?.code == "supported")
        #expect(facts.uhri("00000000-0000-0000-0000-000000000000") == nil)
    }
}
