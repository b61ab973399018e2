namespace FamilyReunite.Domain.Learning;

/// <summary><see cref="Proposed"/> waits for the administrator; one model at most is <see cref="Present"/>; <see cref="Former"/> was present once and can be again.</summary>
public enum LearntModelState { Proposed, Present, Former, Declined }

/// <summary>A pair model fitted with this installation's decisions. It never comes into force by itself: an administrator promotes it, and can go back.</summary>
public sealed class LearntModel
{
    private LearntModel() { }

    public LearntModel(Guid id, string version, LearntModelFiles files, string trialJson, DateTimeOffset madeAt) =>
        (Id, Version, CardJson, WeightsJson, Model, TrialJson, MadeAt) = (id, version, files.CardJson, files.WeightsJson, files.Model, trialJson, madeAt.ToUniversalTime());

    public Guid Id { get; private set; }

    /// <summary>Version of the shipped model it stands beside and a running number: "1.2.3".</summary>
    public string Version { get; private set; } = "";

    public LearntModelState State { get; private set; }

    /// <summary>card.json of the model.</summary>
    public string CardJson { get; private set; } = "";

    /// <summary>weights.json of the model.</summary>
    public string WeightsJson { get; private set; } = "";

    /// <summary>The ML.NET model as a zip file.</summary>
    public byte[] Model { get; private set; } = [];

    /// <summary>How it did against the model that was present when it was made.</summary>
    public string TrialJson { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When it was promoted, declined or replaced last.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The administrator; null for one who used the command line.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>The administrator's words.</summary>
    public string? Reason { get; private set; }

    /// <returns>model.present-already when it is in force.</returns>
    public Outcome<Done> Promote(Guid? by, string reason, DateTimeOffset now) => Turn(LearntModelState.Present, by, reason, now);

    /// <returns>model.not-proposed when it does not wait for a decision.</returns>
    public Outcome<Done> Decline(Guid? by, string reason, DateTimeOffset now) =>
        State == LearntModelState.Proposed ? Turn(LearntModelState.Declined, by, reason, now) : new Problem("model.not-proposed", "version", Version);

    /// <summary>Another model takes its place.</summary>
    public void Retire(Guid? by, string reason, DateTimeOffset now)
    {
        if (State == LearntModelState.Present) Turn(LearntModelState.Former, by, reason, now);
    }

    private Outcome<Done> Turn(LearntModelState to, Guid? by, string reason, DateTimeOffset now)
    {
        if (State == to) return new Problem("model.present-already", "version", Version);
        if (string.IsNullOrWhiteSpace(reason)) return new Problem("model.reason-needed", "reason");
        (State, DecidedBy, Reason, DecidedAt) = (to, by, reason.Trim(), now.ToUniversalTime());
        return Done.Instance;
    }
}

/// <summary>What a model folder holds.</summary>
public sealed record LearntModelFiles(string CardJson, string WeightsJson, byte[] Model);
