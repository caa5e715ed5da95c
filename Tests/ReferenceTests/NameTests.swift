import Domain
import Reference
import Testing

@Suite struct NameTests {
    let facts = Fixtures.facts

    /// What every name in a language must contain.
    static func isWritten(_ name: String, in language: LanguageTag) -> Bool {
        name.unicodeScalars.contains { scalar in
            switch language {
            case .arabic: (0x600...0x6FF).contains(scalar.value)
            case .chinese: (0x4E00...0x9FFF).contains(scalar.value)
            case .russian: (0x400...0x4FF).contains(scalar.value)
            default: scalar.properties.isAlphabetic && scalar.value < 0x250
            }
        }
    }

    @Test("Every fact has a name in six languages, in the script of the language", arguments: LanguageTag.official)
    func names(language: LanguageTag) {
        var names: [LocalizedNames] = facts.states.map(\.names) + facts.states.map(\.shortNames)
        names += facts.groups.map(\.names) + facts.mechanisms.map(\.names) + facts.goals.map(\.names)
        names += facts.themes.map(\.names) + facts.persons.map(\.names) + facts.treaties.map(\.names)
        names += facts.actions.map(\.names) + facts.languages.map(\.names)
        for name in names {
            #expect(name.languages.contains(language), "\(name.english)")
            #expect(Self.isWritten(name[language], in: language), "\(name.english): \(name[language])")
            #expect(name[language] == name[language].split(separator: " ").joined(separator: " "))
        }
    }

    @Test("A State is named in every language, an entity by its document's own name")
    func stateNames() {
        #expect(facts.name(of: StateCode("CIV"), in: .english) == "Côte d’Ivoire")
        #expect(facts.name(of: StateCode("TUR"), in: .french) == "Türkiye")
        #expect(facts.name(of: StateCode("VNM"), in: .chinese) == "越南")
        #expect(facts.shortName(of: StateCode("BOL"), in: .english) == "Bolivia")
        #expect(facts.shortName(of: StateCode("PER"), in: .spanish) == "Perú")
        #expect(facts.name(of: .entity(named: "Hong Kong, China"), in: .russian) == "Hong Kong, China")
    }

    @Test("A language without names falls back to English")
    func fallback() {
        #expect(facts.name(of: StateCode("PER"), in: LanguageTag("sl")) == "Peru")
    }

    @Test("Languages have their own names and directions")
    func languages() {
        #expect(Set(facts.languages.map(\.tag)) == Set(LanguageTag.official))
        #expect(facts.languages.filter { $0.direction == "rtl" }.map(\.tag) == [.arabic])
    }

    @Test("Names of goals and targets are unlike each other", arguments: LanguageTag.official)
    func goalNames(language: LanguageTag) {
        #expect(Set(facts.goals.map { $0.names[language] }).count == 186)
    }
}
