package import Domain

/// What is measured to see whether a commitment is kept: structure, process or outcome (OHCHR, *Human Rights Indicators*, HR/PUB/12/5).
package struct Indicator: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// What was ratified, enacted, set up: the duty taken on.
        case structure
        /// What is done: efforts, programmes, complaints dealt with.
        case process
        /// What people have of it.
        case outcome
    }

    package enum Direction: String, Sendable, CaseIterable {
        /// More is better.
        case increase
        /// Less is better.
        case decrease
        /// It is to stay where it is.
        case maintain
        /// Neither is better: it only describes.
        case none
    }

    /// A value at a time: the baseline or the target.
    package struct Mark: Hashable, Sendable {
        package var value: Quantity
        package var at: ObservationPeriod

        package init(_ value: Quantity, at: ObservationPeriod) {
            self.value = value
            self.at = at
        }
    }

    package struct Content: Hashable, Sendable {
        /// For tables and imports, unique in the workspace where there is one: `16.1.1`.
        package var code: String?
        package var title: String
        package var kind: Kind
        package var definition: String
        /// `%`, `per 100,000`, `laws`.
        package var unit: String
        package var direction: Direction
        package var baseline: Mark?
        package var target: Mark?
        /// Where its values come from.
        package var source: String
        /// Who reports it.
        package var institution: InstitutionID?
        package var links: Set<IndicatorLink>

        package init(
            code: String? = nil, title: String, kind: Kind, definition: String = "", unit: String,
            direction: Direction = .increase, baseline: Mark? = nil, target: Mark? = nil, source: String = "",
            institution: InstitutionID? = nil, links: Set<IndicatorLink> = []
        ) {
            self.code = code
            self.title = title
            self.kind = kind
            self.definition = definition
            self.unit = unit
            self.direction = direction
            self.baseline = baseline
            self.target = target
            self.source = source
            self.institution = institution
            self.links = links
        }
    }

    package var id: IndicatorID
    package var workspace: WorkspaceID
    package var content: Content
    package var isWithdrawn: Bool
    package var made: String
    package var version: Int

    package init(
        id: IndicatorID, workspace: WorkspaceID, content: Content, isWithdrawn: Bool = false, made: String,
        version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.content = content
        self.isWithdrawn = isWithdrawn
        self.made = made
        self.version = version
    }

    package var subject: Subject { Subject(.indicator, id.value) }
}

package typealias IndicatorID = ID<Indicator>

/// What an indicator speaks of.
package struct IndicatorLink: Hashable, Comparable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// By number.
        case commitment, issue
        /// A target of the Sustainable Development Goals, by code: `16.3`.
        case target
    }

    package var kind: Kind
    package var code: String

    package init(_ kind: Kind, _ code: String) {
        self.kind = kind
        self.code = code
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.kind.rawValue, left.code) < (right.kind.rawValue, right.code)
    }
}

/// Of whom an observation speaks; empty everywhere: of all.
package struct Breakdown: Hashable, Comparable, Sendable {
    package static let charactersMax = 100

    package var sex: String
    package var age: String
    package var disability: String
    package var region: String
    /// Any other group: indigenous people, migrants, detainees.
    package var population: String

    package init(
        sex: String = "", age: String = "", disability: String = "", region: String = "", population: String = ""
    ) {
        self.sex = sex
        self.age = age
        self.disability = disability
        self.region = region
        self.population = population
    }

    package var parts: [String] { [sex, age, disability, region, population] }
    package var isTotal: Bool { parts.allSatisfy(\.isEmpty) }

    package static func < (left: Self, right: Self) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
}

/// A data point. Where `value` is nil the source itself says that there is no figure: that is kept, and is not zero.
package struct Observation: Hashable, Sendable {
    package static let sourceCharactersMax = 500

    package var id: ObservationID
    package var workspace: WorkspaceID
    package var indicator: IndicatorID
    package var period: ObservationPeriod
    package var breakdown: Breakdown
    package var value: Quantity?
    package var source: String
    package var note: String?
    package var author: String
    package var made: String
    package var version: Int

    package init(
        id: ObservationID, workspace: WorkspaceID, indicator: IndicatorID, period: ObservationPeriod,
        breakdown: Breakdown = Breakdown(), value: Quantity?, source: String, note: String? = nil, author: String,
        made: String, version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.indicator = indicator
        self.period = period
        self.breakdown = breakdown
        self.value = value
        self.source = source
        self.note = note
        self.author = author
        self.made = made
        self.version = version
    }

    package var subject: Subject { Subject(.observation, id.value) }
}

package typealias ObservationID = ID<Observation>
