import Domain
package import Frame
import Locales
import People
package import Plans
import Workbooks

/// A predecessor's workbook, and what waits for a match.
package enum TrackingRoutes {
    package static func all(_ plans: Plans) -> [Route] {
        let files = "/workbooks/tracking/files/{id}"
        return [
            .workspace("tracking", "/workbooks/tracking", [.sheetSaid], right: .importTracking) {
                visit throws(WebError) in
                try await TrackingView.answer(visit, plans)
            },
            .workspaceUpload("trackingUpload", "/workbooks/tracking", right: .importTracking) {
                visit throws(WebError) in
                try await TrackingHandling.upload(visit, plans)
            },
            .workspace("trackingFile", files, [.id, .trackingKept, .sheetSaid], right: .importTracking) {
                visit throws(WebError) in try await MappingView.answer(visit, plans)
            },
            .workspaceForm("trackingMap", files, [.id], right: .importTracking) { visit, form throws(WebError) in
                try await TrackingHandling.map(visit, form, plans)
            },
            .workspace("trackingPreview", files + "/preview", [.id], right: .importTracking) { visit throws(WebError) in
                try await TrackingPreviewView.answer(visit, plans)
            },
            .workspaceForm("trackingApply", files + "/apply", [.id], right: .importTracking) {
                visit, form throws(WebError) in try await TrackingHandling.apply(visit, form, plans)
            },
            .workspace(
                "trackingQueue", "/workbooks/tracking/queue", [.trackingShow, .trackingAfter, .sheetSaid],
                right: .importTracking
            ) { visit throws(WebError) in try await QueueView.answer(visit, plans) },
            .workspaceForm("trackingDecide", "/workbooks/tracking/queue", right: .importTracking) {
                visit, form throws(WebError) in try await TrackingHandling.decide(visit, form, plans)
            },
            .workspaceForm("trackingWords", "/workbooks/tracking/words", right: .importTracking) {
                visit, form throws(WebError) in try await TrackingHandling.words(visit, form, plans)
            },
        ]
    }

    /// The API's schemas of this part.
    package static let schemas: [Schema.Named] = []
}

/// What the list of rows shows.
enum QueueShown: String, CaseIterable {
    case waiting, leftover, aside, applied

    var status: TrackingRow.Status {
        switch self {
        case .waiting: .waiting
        case .leftover, .applied: .applied
        case .aside: .aside
        }
    }
}

extension Parameter {
    static let trackingKept = Parameter(
        name: "use", form: .number,
        summary: "A kept mapping to lay over the file.")
    static let trackingShow = Parameter(
        name: "show", form: .choice(QueueShown.allCases.map(\.rawValue)), summary: "Which rows are shown.")
    static let trackingAfter = Parameter(
        name: "after", form: .number,
        summary: "The last row of the page before.")
}
