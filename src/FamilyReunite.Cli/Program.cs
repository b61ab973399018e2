using FamilyReunite.Cli;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await ReuniteCommand.Create().Parse(args).InvokeAsync();
