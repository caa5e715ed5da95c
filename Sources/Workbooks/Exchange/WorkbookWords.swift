import Domain
package import Locales
import Plans

/// What a workbook says, in its language; and what its cells mean, in any of them.
package struct WorkbookWords: Sendable {
    package let catalogue: Catalogue
    /// Every language's, for reading back what was typed in another one.
    package let all: [Catalogue]

    package init(_ catalogue: Catalogue, all: [Catalogue]) {
        self.catalogue = catalogue
        self.all = all
    }

    func say(_ key: String, _ arguments: KeyValuePairs<String, Argument> = [:]) -> String {
        catalogue.text(key, arguments)
    }

    func status(_ status: ActionStatus) -> String { say("sheets.action.\(status.rawValue)") }
    func standing(_ status: ImplementationStatus) -> String { say("sheets.standing.\(status.rawValue)") }

    /// Nil for a word of no language.
    func actionStatus(_ text: String) -> ActionStatus? {
        let key = WordKey.of(text)
        return ActionStatus.allCases.first { status in
            WordKey.of(status.rawValue) == key
                || all.contains { WordKey.of($0.text("sheets.action.\(status.rawValue)")) == key }
        }
    }

    func standing(_ text: String) -> ImplementationStatus? {
        let key = WordKey.of(text)
        return ImplementationStatus.allCases.first { status in
            WordKey.of(status.rawValue) == key
                || all.contains { WordKey.of($0.text("sheets.standing.\(status.rawValue)")) == key }
        }
    }
}
