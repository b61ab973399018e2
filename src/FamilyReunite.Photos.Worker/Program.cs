using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Reading.Child;
using FamilyReunite.Photos.Worker;

using var questions = Console.OpenStandardInput();
using var answers = Console.OpenStandardOutput();
Confinement.Enter();
PhotoWorkerLoop.Run(questions, answers, new SkiaPhotoReader(new MagickHeicDecoder()));
