package import Ingest
import Markup

/// One activity of a file: as it is kept, or why it is not.
package struct ReadActivity: Sendable {
    /// Its place in the file, from 1.
    package var row: Int
    package var line: Int
    /// Empty where it has none.
    package var identifier: String
    /// In the form of 2.03; nil where it was refused.
    package var activity: Activity?
    package var refusal: ActivityNote?
    package var warnings: [ActivityNote]
    /// All that were found; `warnings` holds the first of them.
    package var warningsCount: Int
    /// What the standard needs and the activity lacks; it is kept, and left out of exports.
    package var lacking: [String]
}

/// Reads files of activities of the aid-data standard, activity by activity.
package final class ActivityFile {
    private let reader: XMLRecordReader
    private let codes: AidCodes
    private var version: StandardVersion?
    private var row = 0

    package init(_ supply: any ByteSupply, _ codes: AidCodes) throws(XMLFault) {
        reader = try XMLRecordReader(supply, records: ["iati-activity"])
        self.codes = codes
    }

    package var bytesRead: Int { reader.bytesRead }
    package var bytesTotal: Int? { reader.bytesTotal }

    /// The next activities, at least one; nil at the end. Throws where the file cannot be read on: what came before was handed out.
    package func next() throws(XMLFault) -> [ReadActivity]? {
        guard let trees = try reader.next() else {
            guard reader.root?.name == "iati-activities" else { throw .foreign(root: reader.root?.name ?? "") }
            return nil
        }
        guard let root = reader.root, root.name == "iati-activities" else {
            throw .foreign(root: reader.root?.name ?? "")
        }
        var read: [ReadActivity] = []
        for tree in trees {
            row += 1
            let version: StandardVersion
            if let known = self.version {
                version = known
            } else {
                version = try StandardVersion.of(root, tree)
                self.version = version
            }
            read.append(Self.read(tree, row, version, codes))
        }
        return read
    }

    /// One activity in the form of 2.03.
    static func read(_ tree: XMLElement, _ row: Int, _ version: StandardVersion, _ codes: AidCodes) -> ReadActivity {
        var upgrade = ActivityUpgrade(version, ActivityNotes())
        let upgraded = upgrade.upgrade(tree)
        var normalising = ActivityNormalising(upgrade.notes)
        let made = normalising.normalise(upgraded)
        var notes = normalising.notes
        if let made { ActivityCodeCheck(codes: codes).check(made, &notes) }
        return ReadActivity(
            row: row, line: tree.line, identifier: tree.first("iati-identifier")?.words ?? "",
            activity: notes.refusal == nil ? made.map { Activity($0) } : nil, refusal: notes.refusal,
            warnings: notes.warnings, warningsCount: notes.warningsCount, lacking: normalising.lacking)
    }
}
