import Markup

/// What is found while an activity is read. Warnings are kept up to a limit, so that a broken file does not fill the memory.
struct ActivityNotes {
    static let warningsMax = 50

    private(set) var refusal: ActivityNote?
    private(set) var warnings: [ActivityNote] = []
    private(set) var warningsCount = 0

    /// The first reason counts.
    mutating func refuse(_ element: XMLElement, _ path: String, _ reason: String) {
        if refusal == nil { refusal = ActivityNote(.refusal, line: element.line, element: path, reason) }
    }

    mutating func warn(_ element: XMLElement, _ path: String, _ reason: String) {
        warningsCount += 1
        guard warnings.count < Self.warningsMax else { return }
        warnings.append(ActivityNote(.warning, line: element.line, element: path, reason))
    }
}
